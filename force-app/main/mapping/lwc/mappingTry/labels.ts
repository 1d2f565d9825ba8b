import heading from '@salesforce/label/c.Mapping_Try_Heading';
import text from '@salesforce/label/c.Mapping_Try_Text';
import kind from '@salesforce/label/c.Mapping_Try_Kind';
import what from '@salesforce/label/c.Mapping_Try_What';
import orders from '@salesforce/label/c.Mapping_Try_Orders';
import shipments from '@salesforce/label/c.Mapping_Try_Shipments';
import returns from '@salesforce/label/c.Mapping_Try_Returns';
import carts from '@salesforce/label/c.Mapping_Try_Carts';
import people from '@salesforce/label/c.Mapping_Try_People';
import draft from '@salesforce/label/c.Mapping_Try_Draft';
import published from '@salesforce/label/c.Mapping_Try_Published';
import noneHeading from '@salesforce/label/c.Mapping_Try_None_Heading';
import noneText from '@salesforce/label/c.Mapping_Try_None_Text';
import load from '@salesforce/label/c.Mapping_Try_Load';
import records from '@salesforce/label/c.Mapping_Try_Records';
import first from '@salesforce/label/c.Mapping_Try_First';
import tryThem from '@salesforce/label/c.Mapping_Try_Try_Them';
import trials from '@salesforce/label/c.Mapping_Try_Trials';
import trial from '@salesforce/label/c.Mapping_Try_Trial';
import link from '@salesforce/label/c.Mapping_Try_Link';

export const labels = {
  heading,
  text,
  kind,
  what,
  orders,
  shipments,
  returns,
  carts,
  people,
  draft,
  published,
  noneHeading,
  noneText,
  load,
  records,
  first,
  tryThem,
  trials,
  trial,
  link,
};
