import failed from '@salesforce/label/c.Setup_Check_Status_Failed';
import ok from '@salesforce/label/c.Setup_Check_Status_Ok';
import unknown from '@salesforce/label/c.Setup_Check_Status_Unknown';
import warning from '@salesforce/label/c.Setup_Check_Status_Warning';
import apiAllotment from '@salesforce/label/c.Setup_Check_Api_Allotment';
import connector from '@salesforce/label/c.Setup_Check_Connector';
import duplicateRules from '@salesforce/label/c.Setup_Check_Duplicate_Rules';
import fieldAccess from '@salesforce/label/c.Setup_Check_Field_Access';
import personFields from '@salesforce/label/c.Setup_Check_Person_Fields';
import shop from '@salesforce/label/c.Setup_Check_Shop';
import type { Check } from 'c/setupFacts';

interface Look {
  text: string;
  icon: string;
  variant: string;
}

export const LOOKS: Record<Check['status'], Look> = {
  ok: { text: ok, icon: 'utility:success', variant: 'success' },
  warning: { text: warning, icon: 'utility:warning', variant: 'warning' },
  failed: { text: failed, icon: 'utility:error', variant: 'error' },
  unknown: { text: unknown, icon: 'utility:help', variant: '' },
};

/** A check this version does not know keeps the name the worker gives it. */
export const NAMES: Record<string, string> = {
  api_allotment: apiAllotment,
  connector,
  duplicate_rules: duplicateRules,
  field_access: fieldAccess,
  person_fields: personFields,
  shop,
};
