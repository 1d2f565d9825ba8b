const RECORD = 'it needs the record as it was before the save';
const ORG = 'it needs data of the org';
const PAGE = 'it belongs to pages and buttons';
const PICTURE = 'it makes HTML that only a formula field shows; write the address itself';
const PLACE = 'a field cannot be given a location';
const REPORT = 'it belongs to reports';

/** Functions that Salesforce has and a mapping cannot, and why; the reason ends a sentence. */
export const REFUSED: Readonly<Record<string, string>> = {
  ...{ ISCHANGED: RECORD, ISNEW: RECORD, ISCLONE: RECORD, PRIORVALUE: RECORD },
  ...{ VLOOKUP: ORG, CURRENCYRATE: ORG, GETRECORDIDS: ORG, PREDICT: ORG, JUNCTIONIDLIST: ORG },
  ...{ GETSESSIONID: ORG, LINKTO: PAGE, URLFOR: PAGE, INCLUDE: PAGE, REQUIRESCRIPT: PAGE },
  ...{ HTMLENCODE: PAGE, JSENCODE: PAGE, JSINHTMLENCODE: PAGE, URLENCODE: PAGE },
  ...{ HYPERLINK: PICTURE, IMAGE: PICTURE, IMAGEPROXYURL: PICTURE },
  ...{ DISTANCE: PLACE, GEOLOCATION: PLACE },
  ...{ PARENTGROUPVAL: REPORT, PREVGROUPVAL: REPORT },
};
