/** The catalogue's records as the contract has them. */
export interface Product {
  productId: string;
  sku: string;
  name: string;
  category: string[];
  brand: string | null;
  price: string;
  currency: string;
  imageUrl: string;
  url: string;
  active: boolean;
  createdDate: string;
  updatedDate: string;
}

export interface Inventory {
  productId: string;
  sku: string;
  location: string;
  onHand: number;
  available: number;
  updatedDate: string;
}
