import heading from '@salesforce/label/c.Mapping_Page_Heading';
import noAccessHeading from '@salesforce/label/c.Mapping_Page_No_Access_Heading';
import noAccessText from '@salesforce/label/c.Mapping_Page_No_Access_Text';
import errorHeading from '@salesforce/label/c.Mapping_Page_Error_Heading';
import emptyHeading from '@salesforce/label/c.Mapping_Page_Empty_Heading';
import emptyText from '@salesforce/label/c.Mapping_Page_Empty_Text';
import tabFields from '@salesforce/label/c.Mapping_Page_Tab_Fields';
import tabTry from '@salesforce/label/c.Mapping_Page_Tab_Try';
import tabVersions from '@salesforce/label/c.Mapping_Page_Tab_Versions';
import tabTemplates from '@salesforce/label/c.Mapping_Page_Tab_Templates';
import publishHeading from '@salesforce/label/c.Mapping_Page_Publish_Heading';

export const labels = {
  heading,
  noAccessHeading,
  noAccessText,
  errorHeading,
  emptyHeading,
  emptyText,
  tabFields,
  tabTry,
  tabVersions,
  tabTemplates,
  publishHeading,
};
