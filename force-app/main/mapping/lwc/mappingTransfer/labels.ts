import heading from '@salesforce/label/c.Mapping_Transfer_Heading';
import text from '@salesforce/label/c.Mapping_Transfer_Text';
import exportText from '@salesforce/label/c.Mapping_Transfer_Export';
import file from '@salesforce/label/c.Mapping_Transfer_File';
import paste from '@salesforce/label/c.Mapping_Transfer_Paste';
import importText from '@salesforce/label/c.Mapping_Transfer_Import';
import imported from '@salesforce/label/c.Mapping_Transfer_Imported';
import taken from '@salesforce/label/c.Mapping_Transfer_Taken';
import refused from '@salesforce/label/c.Mapping_Transfer_Refused';

export const labels = {
  heading,
  text,
  export: exportText,
  file,
  paste,
  import: importText,
  imported,
  taken,
  refused,
};
