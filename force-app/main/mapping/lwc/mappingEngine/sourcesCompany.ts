import { field, personal, type SourceField } from './sourceField.ts';
import { addressSources } from './sourcesAddress.ts';

export const COMPANY_SOURCES: readonly SourceField[] = [
  field('company.id', 'Company id', 'text', '3', 'The shop’s own id of the company.'),
  field('company.name', 'Company name', 'text', 'Acme Inc.', 'What the company is called.'),
  field(
    'company.domain',
    'Company domain',
    'text',
    'acme.example',
    'What follows the @ in the addresses of its people; nothing for public mail services.',
  ),
  personal('company.phone', 'Company phone', '5125550100', 'Of the company.'),
  ...addressSources('company.billing', 'Company billing', 'Of the company’s billing address.'),
  ...addressSources('company.shipping', 'Company shipping', 'Of the company’s shipping address.'),
];
