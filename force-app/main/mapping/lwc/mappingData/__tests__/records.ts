import type { MappingJob, MappingRecord, Version } from 'c/mappingData';
import { templateOf, type Finding, type Mapping } from 'c/mappingEngine';

/** As the worker publishes it first. */
export const MAPPING = templateOf('bigcommerce-b2c')?.mapping as Mapping;

/** The same without its last object. */
export const OTHER: Mapping = { ...MAPPING, targets: MAPPING.targets.slice(0, -1) };

export const record = (more: Partial<MappingRecord> = {}): MappingRecord => ({
  ...{ id: 'm1', name: 'Blue Shop', shopId: 's1', shopName: 'Blue Shop', shopKey: 'shop-1' },
  ...{ platform: 'BigCommerce', draft: '', draftBase: 0, published: 2 },
  ...{ modifiedAt: '2026-11-22T10:00:00.000Z', modifiedBy: 'Ada Admin' },
  ...more,
});

export const job = (more: Partial<MappingJob> = {}): MappingJob => ({
  ...{ id: 'j1', type: 'Publish Mapping', status: 'Done', message: '', shopId: 's1' },
  createdAt: '2026-11-22T10:00:00.000Z',
  ...more,
});

export const version = (more: Partial<Version> = {}): Version => ({
  ...{ id: 'v2', number: 2, status: 'Published', reason: 'Because.', problems: '' },
  ...{ publishedAt: '2026-11-22T09:00:00.000Z', createdAt: '2026-11-22T08:59:00.000Z' },
  author: 'Ada Admin',
  ...more,
});

export const finding = (more: Partial<Finding> = {}): Finding => ({
  ...{ target: 'Order__c', row: 'r1', field: 'Total__c', step: null, code: 'c' },
  ...{ severity: 'error', what: 'Total does not fit.', fix: 'Add a step.' },
  ...more,
});
