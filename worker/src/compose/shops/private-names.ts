/**
 * Names under which shops keep what must never come in: means of payment, bank accounts, secrets,
 * the visitor's network address and browser, and the people a gift is for or from. Rather a name too
 * many than one too few: a field that is left out costs an admin a row, one let in a breach.
 */
const WORDS = new Set(
  `card cards creditcard debit cc ccv cvv cvv2 cvc cvn csc avs pan iin iban bic swift bank banks
  sepa ach bacs blz routing iccid payment payments pay payer instrument instruments gateway wallet
  transaction transactions transactionid authorization authorisation authentication auth oauth
  token tokens secret secrets password passwords passwd passcode passphrase pwd pin otp credential
  credentials signature nonce session sessions cookie cookies jwt bearer apikey
  ip ipv4 ipv6 ips geoip useragent browser fingerprint sender recipient recipients`
    .trim()
    .split(/\s+/),
);

/** Spelled as one word, or with the parts in between that no list of words foresees. */
const PARTS =
  /cardnum|cardno|cardtype|cardhold|creditcard|debitcard|lastfour|last4|first6|accountn(?:um|o)|sortcode|bankacc|apikey|accesskey|privatekey|securitycode|useragent|ipaddr|remoteaddr|expirymonth|expiryyear|expmonth|expyear|passw|secret|token|paypal|stripe/;

/** As a name such as `PayPal` it may come in, and as nothing more. */
export const PAYMENT_METHOD = 'paymentmethod';

/** The name without case and separators: `Card-Number`, `card_number` and `cardNumber` are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** True when nothing under this name may come in. Never true of the payment method. */
export function isPrivateName(name: string): boolean {
  const plain = plainName(name);
  if (plain === PAYMENT_METHOD) return false;
  return PARTS.test(plain) || WORDS.has(plain) || wordsOf(name).some((word) => WORDS.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}
