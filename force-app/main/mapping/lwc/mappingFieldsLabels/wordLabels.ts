import yes from '@salesforce/label/c.Mapping_Fields_Yes';
import no from '@salesforce/label/c.Mapping_Fields_No';
import blank from '@salesforce/label/c.Mapping_Fields_Blank';
import items from '@salesforce/label/c.Mapping_Fields_Items';
import itemsOne from '@salesforce/label/c.Mapping_Fields_Items_One';
import aRecord from '@salesforce/label/c.Mapping_Fields_A_Record';
import kindShop from '@salesforce/label/c.Mapping_Fields_Kind_Shop';
import kindProduct from '@salesforce/label/c.Mapping_Fields_Kind_Product';
import kindCompany from '@salesforce/label/c.Mapping_Fields_Kind_Company';
import kindPerson from '@salesforce/label/c.Mapping_Fields_Kind_Person';
import kindOrder from '@salesforce/label/c.Mapping_Fields_Kind_Order';
import kindOrderItem from '@salesforce/label/c.Mapping_Fields_Kind_Order_Item';
import kindShipment from '@salesforce/label/c.Mapping_Fields_Kind_Shipment';
import kindReturn from '@salesforce/label/c.Mapping_Fields_Kind_Return';
import kindCart from '@salesforce/label/c.Mapping_Fields_Kind_Cart';
import kindCartItem from '@salesforce/label/c.Mapping_Fields_Kind_Cart_Item';
import linkPerson from '@salesforce/label/c.Mapping_Fields_Link_Person';
import linkContact from '@salesforce/label/c.Mapping_Fields_Link_Contact';
import linkLead from '@salesforce/label/c.Mapping_Fields_Link_Lead';
import linkAccount from '@salesforce/label/c.Mapping_Fields_Link_Account';
import linkParent from '@salesforce/label/c.Mapping_Fields_Link_Parent';
import linkShop from '@salesforce/label/c.Mapping_Fields_Link_Shop';
import linkOrder from '@salesforce/label/c.Mapping_Fields_Link_Order';
import linkCart from '@salesforce/label/c.Mapping_Fields_Link_Cart';
import typeText from '@salesforce/label/c.Mapping_Fields_Type_Text';
import typeTextArea from '@salesforce/label/c.Mapping_Fields_Type_Text_Area';
import typeEmail from '@salesforce/label/c.Mapping_Fields_Type_Email';
import typePhone from '@salesforce/label/c.Mapping_Fields_Type_Phone';
import typeUrl from '@salesforce/label/c.Mapping_Fields_Type_Url';
import typePicklist from '@salesforce/label/c.Mapping_Fields_Type_Picklist';
import typeMultipicklist from '@salesforce/label/c.Mapping_Fields_Type_Multipicklist';
import typeCheckbox from '@salesforce/label/c.Mapping_Fields_Type_Checkbox';
import typeNumber from '@salesforce/label/c.Mapping_Fields_Type_Number';
import typeCurrency from '@salesforce/label/c.Mapping_Fields_Type_Currency';
import typePercent from '@salesforce/label/c.Mapping_Fields_Type_Percent';
import typeDate from '@salesforce/label/c.Mapping_Fields_Type_Date';
import typeDateTime from '@salesforce/label/c.Mapping_Fields_Type_Date_Time';
import typeTime from '@salesforce/label/c.Mapping_Fields_Type_Time';
import typeReference from '@salesforce/label/c.Mapping_Fields_Type_Reference';
import typeId from '@salesforce/label/c.Mapping_Fields_Type_Id';
import ruleAlways from '@salesforce/label/c.Mapping_Fields_Rule_Always';
import ruleOnCreate from '@salesforce/label/c.Mapping_Fields_Rule_On_Create';
import ruleIfBlank from '@salesforce/label/c.Mapping_Fields_Rule_If_Blank';
import ruleAlwaysHelp from '@salesforce/label/c.Mapping_Fields_Rule_Always_Help';
import ruleOnCreateHelp from '@salesforce/label/c.Mapping_Fields_Rule_On_Create_Help';
import ruleIfBlankHelp from '@salesforce/label/c.Mapping_Fields_Rule_If_Blank_Help';
import onlyIf from '@salesforce/label/c.Mapping_Fields_Only_If';
import isBlank from '@salesforce/label/c.Mapping_Fields_Is_Blank';
import isPresent from '@salesforce/label/c.Mapping_Fields_Is_Present';
import isEqual from '@salesforce/label/c.Mapping_Fields_Is_Equal';
import isDifferent from '@salesforce/label/c.Mapping_Fields_Is_Different';
import isOneOf from '@salesforce/label/c.Mapping_Fields_Is_One_Of';
import isAbove from '@salesforce/label/c.Mapping_Fields_Is_Above';
import isBelow from '@salesforce/label/c.Mapping_Fields_Is_Below';
import isContaining from '@salesforce/label/c.Mapping_Fields_Is_Containing';
import operatorBlank from '@salesforce/label/c.Mapping_Fields_Operator_Blank';
import operatorPresent from '@salesforce/label/c.Mapping_Fields_Operator_Present';
import operatorEqual from '@salesforce/label/c.Mapping_Fields_Operator_Equal';
import operatorDifferent from '@salesforce/label/c.Mapping_Fields_Operator_Different';
import operatorOneOf from '@salesforce/label/c.Mapping_Fields_Operator_One_Of';
import operatorAbove from '@salesforce/label/c.Mapping_Fields_Operator_Above';
import operatorBelow from '@salesforce/label/c.Mapping_Fields_Operator_Below';
import operatorContains from '@salesforce/label/c.Mapping_Fields_Operator_Contains';
import noSource from '@salesforce/label/c.Mapping_Fields_No_Source';
import constant from '@salesforce/label/c.Mapping_Fields_Constant';
import groupText from '@salesforce/label/c.Mapping_Fields_Group_Text';
import groupNumber from '@salesforce/label/c.Mapping_Fields_Group_Number';
import groupDate from '@salesforce/label/c.Mapping_Fields_Group_Date';
import groupList from '@salesforce/label/c.Mapping_Fields_Group_List';
import groupPerson from '@salesforce/label/c.Mapping_Fields_Group_Person';
import groupAddress from '@salesforce/label/c.Mapping_Fields_Group_Address';
import groupChoice from '@salesforce/label/c.Mapping_Fields_Group_Choice';
import groupFormula from '@salesforce/label/c.Mapping_Fields_Group_Formula';

export const wordLabels = {
  yes,
  no,
  blank,
  items,
  itemsOne,
  aRecord,
  kindShop,
  kindProduct,
  kindCompany,
  kindPerson,
  kindOrder,
  kindOrderItem,
  kindShipment,
  kindReturn,
  kindCart,
  kindCartItem,
  linkPerson,
  linkContact,
  linkLead,
  linkAccount,
  linkParent,
  linkShop,
  linkOrder,
  linkCart,
  typeText,
  typeTextArea,
  typeEmail,
  typePhone,
  typeUrl,
  typePicklist,
  typeMultipicklist,
  typeCheckbox,
  typeNumber,
  typeCurrency,
  typePercent,
  typeDate,
  typeDateTime,
  typeTime,
  typeReference,
  typeId,
  ruleAlways,
  ruleOnCreate,
  ruleIfBlank,
  ruleAlwaysHelp,
  ruleOnCreateHelp,
  ruleIfBlankHelp,
  onlyIf,
  isBlank,
  isPresent,
  isEqual,
  isDifferent,
  isOneOf,
  isAbove,
  isBelow,
  isContaining,
  operatorBlank,
  operatorPresent,
  operatorEqual,
  operatorDifferent,
  operatorOneOf,
  operatorAbove,
  operatorBelow,
  operatorContains,
  noSource,
  constant,
  groupText,
  groupNumber,
  groupDate,
  groupList,
  groupPerson,
  groupAddress,
  groupChoice,
  groupFormula,
};
