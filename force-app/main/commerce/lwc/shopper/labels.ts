import again from '@salesforce/label/c.Shopper_Try_Again';
import cart from '@salesforce/label/c.Shopper_Cart_Heading';
import carts from '@salesforce/label/c.Shopper_Carts_Heading';
import emptyHeading from '@salesforce/label/c.Shopper_Empty_Heading';
import emptyText from '@salesforce/label/c.Shopper_Empty_Text';
import failed from '@salesforce/label/c.Shopper_Failed';
import hidden from '@salesforce/label/c.Shopper_Hidden';
import loading from '@salesforce/label/c.Shopper_Loading';
import moreCarts from '@salesforce/label/c.Shopper_More_Carts';
import noAccessHeading from '@salesforce/label/c.Shopper_No_Access_Heading';
import noAccessText from '@salesforce/label/c.Shopper_No_Access_Text';
import noCart from '@salesforce/label/c.Shopper_No_Cart';
import orders from '@salesforce/label/c.Shopper_Orders_Heading';
import partial from '@salesforce/label/c.Shopper_Partial';
import title from '@salesforce/label/c.Shopper_Title';
import wrongPlace from '@salesforce/label/c.Shopper_Wrong_Place';

export const labels = {
  again,
  cart,
  carts,
  emptyHeading,
  emptyText,
  failed,
  hidden,
  loading,
  moreCarts,
  noAccessHeading,
  noAccessText,
  noCart,
  orders,
  partial,
  title,
  wrongPlace,
};
