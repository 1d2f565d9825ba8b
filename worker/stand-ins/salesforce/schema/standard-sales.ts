import {
  checkbox,
  field,
  longText,
  picklist,
  reference,
  standardObject,
  system,
  text,
} from './define.ts';
import type { Field, ObjectType } from './model.ts';
import { SOURCES } from './standard-people.ts';

const STAGES =
  'Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|' +
  'Perception Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost';

const opportunity = standardObject(
  'Opportunity',
  ['Opportunity', 'Opportunities'],
  '006',
  [
    reference('AccountId', 'Account ID', 'Account', {
      childRelationship: 'Opportunities',
      cascadeDelete: true,
    }),
    text('Name', 'Name', 120, { required: true, nameField: true }),
    longText('Description', 'Description'),
    picklist('StageName', 'Stage', STAGES, { required: true }),
    field('Amount', 'Amount', 'currency', { precision: 18, scale: 2 }),
    field('Probability', 'Probability (%)', 'percent', { precision: 3 }),
    field('CloseDate', 'Close Date', 'date', { required: true }),
    picklist('Type', 'Opportunity Type', 'Existing Business|New Business'),
    text('NextStep', 'Next Step', 255),
    picklist('LeadSource', 'Lead Source', SOURCES),
    reference('CampaignId', 'Campaign ID', 'Campaign', { childRelationship: 'Opportunities' }),
    reference('ContactId', 'Contact ID', 'Contact', { updateable: false }),
  ],
  { owned: true, sharing: 'ReadWrite' },
);

const opportunityContactRole = standardObject(
  'OpportunityContactRole',
  ['Opportunity Contact Role', 'Opportunity Contact Role'],
  '00K',
  [
    reference('OpportunityId', 'Opportunity ID', 'Opportunity', {
      required: true,
      updateable: false,
      cascadeDelete: true,
      childRelationship: 'OpportunityContactRoles',
    }),
    reference('ContactId', 'Contact ID', 'Contact', {
      required: true,
      cascadeDelete: true,
      childRelationship: 'OpportunityContactRoles',
    }),
    picklist('Role', 'Role', 'Business User|Decision Maker|Economic Buyer|Evaluator|Other', {
      length: 40,
    }),
    checkbox('IsPrimary', 'Primary', { guardedBy: null }),
  ],
  { sharing: 'ControlledByParent', sharingParents: ['OpportunityId'] },
);

const campaign = standardObject(
  'Campaign',
  ['Campaign', 'Campaigns'],
  '701',
  [
    text('Name', 'Name', 80, { required: true, nameField: true }),
    reference('ParentId', 'Parent Campaign ID', 'Campaign', {
      childRelationship: 'ChildCampaigns',
    }),
    picklist('Type', 'Type', 'Conference|Webinar|Email|Advertisement|Direct Mail|Other', {
      length: 40,
    }),
    picklist('Status', 'Status', 'Planned|In Progress|Completed|Aborted', {
      length: 40,
      defaultValue: 'Planned',
    }),
    field('StartDate', 'Start Date', 'date'),
    field('EndDate', 'End Date', 'date'),
    checkbox('IsActive', 'Active'),
    longText('Description', 'Description'),
  ],
  { owned: true, sharing: 'FullAccess' },
);

const campaignMember = standardObject(
  'CampaignMember',
  ['Campaign Member', 'Campaign Members'],
  '00v',
  [
    reference('CampaignId', 'Campaign ID', 'Campaign', {
      required: true,
      updateable: false,
      cascadeDelete: true,
      childRelationship: 'CampaignMembers',
    }),
    reference('LeadId', 'Lead ID', 'Lead', {
      updateable: false,
      cascadeDelete: true,
      guardedBy: null,
      childRelationship: 'CampaignMembers',
    }),
    reference('ContactId', 'Contact ID', 'Contact', {
      updateable: false,
      cascadeDelete: true,
      guardedBy: null,
      childRelationship: 'CampaignMembers',
    }),
    picklist('Status', 'Status', 'Sent|Responded', { length: 40, defaultValue: 'Sent' }),
  ],
  { sharing: 'ControlledByParent', sharingParents: ['CampaignId'] },
);

/** Points at records of several kinds, so that no query can walk along it. */
const related = (name: string, label: string, referenceTo: string[]): Field =>
  field(name, label, 'reference', {
    length: 18,
    referenceTo,
    childRelationship: 'Tasks',
    cascadeDelete: true,
  });

const task = standardObject(
  'Task',
  ['Task', 'Tasks'],
  '00T',
  [
    related('WhoId', 'Name ID', ['Contact', 'Lead']),
    related('WhatId', 'Related To ID', ['Account', 'Campaign', 'Opportunity']),
    text('Subject', 'Subject', 255, { nameField: true }),
    field('ActivityDate', 'Due Date Only', 'date'),
    picklist('Status', 'Status', 'Not Started|In Progress|Completed|Waiting on someone else', {
      required: true,
      length: 40,
      defaultValue: 'Not Started',
    }),
    picklist('Priority', 'Priority', 'High|Normal|Low', {
      required: true,
      length: 40,
      defaultValue: 'Normal',
    }),
    longText('Description', 'Description'),
  ],
  { owned: true, sharing: 'Private', sharingParents: ['WhoId', 'WhatId'] },
);

const leadStatus = standardObject(
  'LeadStatus',
  ['Lead Status Value', 'Lead Status Value'],
  '01J',
  [
    system('MasterLabel', 'Master Label', 'string', { length: 255, nameField: true }),
    system('ApiName', 'API Name', 'string', { length: 255 }),
    system('SortOrder', 'Sort Order', 'int', { precision: 9 }),
    system('IsDefault', 'Is Default', 'boolean'),
    system('IsConverted', 'Is Converted', 'boolean'),
  ],
  { setup: true, fixed: true },
);

/** What sales and marketing hang on to people and accounts. */
export const salesObjects: ObjectType[] = [
  opportunity,
  opportunityContactRole,
  campaign,
  campaignMember,
  task,
  leadStatus,
];
