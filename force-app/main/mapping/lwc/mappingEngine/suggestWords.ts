/**
 * Names of fields taken apart into what they mean. Shops and Salesforce say the same thing in
 * different words; the dictionary knows the words of commerce and of CRM.
 */

/** Words for one meaning; the first is what they all become. Words of two are found first. */
const DICTIONARY = `
firstname: first name, given name, forename, fname, first
lastname: last name, family name, surname, lname, last
salutation: title of address, honorific, prefix
jobtitle: job title, title
email: e mail, mail, email address, contact email
phone: telephone, tel, phone number, business phone
mobile: mobile phone, cell phone, cell, mobile number
fax: telefax, fax number
company: account name, company name, organisation, organization, firm, business name, account
street: street 1, street1, address 1, address1, address line 1, line 1, line1, street address, address line
street2: street 2, address 2, address2, address line 2, line 2, line2
postcode: postal code, post code, zip code, zip postal code, zip, postal
state: state or province, state province, province, region, county
country: country name, country iso2, country code, country iso
city: town, locality
billing: bill to, bill, invoice
shipping: ship to, ship, delivery, dispatch
mailing: mail to
created: date created, created at, created time, created date, placed at, placed, started at, started, order date, registered, registration, date of registration, ordered at, effective date, order start date, start
modified: date modified, updated at, updated time, updated date, last modified, last activity at, last activity, source modified at, changed, updated
shipped: date shipped, shipped at, shipped date
abandoned: abandoned at, left
converted: converted at, bought
closed: close date, closed at
published: published at
total: total amount, grand total, total price, order amount, total inc tax, total ex tax, cart amount, extended price, order total, value, sum
amount: sum of money
subtotal: sub total, subtotal price, subtotal ex tax, subtotal inc tax, items subtotal
tax: vat, gst, sales tax, total tax, tax amount
extax: ex tax, excl tax, excluding tax, without tax
inctax: inc tax, incl tax, including tax, with tax
discount: discount amount, total discounts, rebate, reduction, markdown
coupon: voucher, promo, promotion, promo code, coupon code, coupons
refund: refunded, refunded amount, refund amount, returned
net: net total
fees: fee, surcharge
cost: costs, charge, expense
price: unit price, price ex tax, price inc tax, regular price
listprice: list price, base price, retail price
saleprice: sale price, special price, offer price
costprice: cost price, purchase price
currency: currency code, currency iso code, iso currency
quantity: qty, pieces, units, number of units
itemcount: item count, items total, items count, line items count, number of items, total quantity
stock: inventory, on hand, stock level, inventory level, stock quantity, available
reorder: reorder level, warning level, inventory warning level, low stock, low stock amount
sold: units sold, total sold, total sales
sku: stock keeping unit, article number, item number, product sku
barcode: upc, ean, gtin, isbn
partnumber: mpn, part number, manufacturer part number
product: article, goods, merchandise
brand: make, label brand, brand name
manufacturer: producer, vendor
category: categories, department of goods, collection
family: product family
options: option, variant, variation, choices, product options
image: picture, photo, thumbnail, primary image, img, images
url: link, website, web address, permalink, href, display url, custom url, homepage, uri, src
weight: mass
warranty: guarantee
condition: state of goods
description: details, detail, summary
message: customer message, customer note, buyer note
notes: note, staff notes, internal notes, comment, comments, remarks, memo
status: stage, stage name, state of order, custom status
payment: paid, pay, financial, tender
method: way, kind of payment
order: purchase, sale
ordernumber: order number, order name, order no
purchaseorder: purchase order, purchase order number, po number, po
reference: reference number, external order
tracking: tracking number, tracking code, consignment number
channel: storefront, channel id
source: order source, origin, lead source, source name
customer: shopper, buyer, client, contact, user
group: customer group, segment, tier, class, customer group name
loyalty: loyalty points, points, reward points, rewards
language: locale, lang, customer locale, preferred language
consent: opt in, marketing opt in, is email opt in, accepts marketing, newsletter, subscribed, buyer accepts marketing, marketing
optout: opt out, opted out, has opted out, unsubscribed
count: number of, times
orders: order count, orders count, order history count, number of orders
spend: total spend, total spent, lifetime value, order history total, spent, revenue
average: avg, mean
first: earliest, initial
firstorder: first order date, first order at, first order, first purchase, first order placed at
lastorder: last order date, last order at, last order, last purchase, latest order, latest order date
last: latest, most recent
archived: deleted, is deleted, removed
active: enabled, is visible, visible, is active
recovered: recovery, won back
employees: number of employees, staff count
exempt: exempted, exemption
vatnumber: vat number, tax id, tax number
giftcertificate: gift certificate, gift card
storecredit: store credit, credit used
handling: handling cost
wrapping: gift wrap, wrapping cost
birthdate: birthday, date of birth, dob
interests: interest
terms: payment terms
`;

/** Words that many fields carry and that tell little by themselves. */
const WEAK = new Set(
  'id key code name number date at time amount value type level of the is has c external order item line info data text field used extax inctax'.split(
    ' ',
  ),
);

/** Meanings that stand for one another where nothing closer is there. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  billing: ['mailing'],
  shipping: ['other'],
  total: ['amount', 'spend'],
  message: ['description', 'notes'],
  notes: ['description'],
  options: ['description'],
  product: ['productname'],
  created: ['closed', 'date', 'published'],
  key: ['id', 'token'],
  id: ['key', 'externalid', 'token'],
  price: ['listprice'],
  purchaseorder: ['ordernumber'],
  sku: ['code'],
};

const PHRASES = new Map<string, string>();
for (const line of DICTIONARY.trim().split('\n')) {
  const [meaning = '', words = ''] = line.split(': ');
  for (const phrase of words.split(', ')) PHRASES.set(phrase, meaning);
}
const LONGEST_PHRASE = 4;

/** The words of a name: `stage_name`, `StageName` and `Stage Name` alike; at most twelve. */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, 200)
    .replace(/^[a-z0-9]+__(?=\w+__c$)/i, '')
    .replace(/__(c|pc|r)$/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 12);
}

/** What words mean: the longest phrases first, words the dictionary does not know as they are. */
export function meaningsOf(words: readonly string[]): string[] {
  const meanings: string[] = [];
  for (let start = 0; start < words.length;) {
    let taken = 0;
    for (let length = Math.min(LONGEST_PHRASE, words.length - start); length > 0; length -= 1) {
      const meaning = PHRASES.get(words.slice(start, start + length).join(' '));
      if (meaning === undefined) continue;
      meanings.push(meaning);
      taken = length;
      break;
    }
    if (taken === 0) meanings.push(words[start] ?? '');
    start += Math.max(1, taken);
  }
  return [...new Set(meanings)];
}

/** How much a word tells: between 0 and 1. */
export function weightOf(meaning: string): number {
  return WEAK.has(meaning) ? 0.3 : 1;
}

/** What a word gets at its end without meaning another thing: a country is no count. */
const ENDING = /^(s|es|d|ed|ing|er|al|id|[a-z0-9]{4,})$/;

/** 1 for the same meaning, less for a related one or another form of the word. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (RELATED[one]?.includes(other) || RELATED[other]?.includes(one)) return 0.7;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length > 3 && long.startsWith(short) && ENDING.test(long.slice(short.length)))
    return 0.7;
  return 0;
}
