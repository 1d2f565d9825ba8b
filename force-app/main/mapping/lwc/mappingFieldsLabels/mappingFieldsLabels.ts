import { editorLabels } from './editorLabels';
import { sampleLabels } from './sampleLabels';
import { tableLabels } from './tableLabels';
import { targetLabels } from './targetLabels';
import { wordLabels } from './wordLabels';

/** All that the fields of the mapping say. */
export const labels = {
  ...wordLabels,
  ...tableLabels,
  ...targetLabels,
  ...sampleLabels,
  ...editorLabels,
};
