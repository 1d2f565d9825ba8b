import heading from '@salesforce/label/c.Mapping_Trials_Heading';
import underWay from '@salesforce/label/c.Mapping_Trials_Under_Way';
import records from '@salesforce/label/c.Mapping_Trials_Records';
import refused from '@salesforce/label/c.Mapping_Trials_Refused';
import calls from '@salesforce/label/c.Mapping_Trials_Calls';

export const labels = {
  heading,
  underWay,
  records,
  refused,
  calls,
};
