import companies from '@salesforce/label/c.People_Companies_Heading';
import consent from '@salesforce/label/c.People_Consent_Heading';
import creating from '@salesforce/label/c.People_Creating_Heading';
import matching from '@salesforce/label/c.People_Matching_Heading';
import type { Part } from 'c/peoplePolicy';

export { labels } from './labels';

export const NAMES: Record<Part, string> = { matching, creating, companies, consent };
