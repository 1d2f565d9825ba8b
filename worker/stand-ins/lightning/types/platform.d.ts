// What the platform gives to Lightning web components, as far as Local Lightning has it. For the
// checker only: at run time the platform, or its stand-in, provides these modules.

declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}
declare module '@salesforce/schema/*' {
  const token: { objectApiName: string; fieldApiName: string };
  export default token;
}
declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}
declare module '@salesforce/user/Id' {
  const id: string;
  export default id;
}
declare module '@salesforce/user/isGuest' {
  const isGuest: boolean;
  export default isGuest;
}
declare module '@salesforce/userPermission/*' {
  const has: true | undefined;
  export default has;
}
declare module '@salesforce/customPermission/*' {
  const has: true | undefined;
  export default has;
}
declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}
declare module '@salesforce/messageChannel/*' {
  const channel: { name: string };
  export default channel;
}
declare module 'shell/launcher' {
  export { default } from 'lightning/modal';
}
declare module 'shell/*' {
  const component: typeof import('lwc').LightningElement;
  export default component;
}
declare module 'lightning/toast' {
  const Toast: { show(toast: object, container: Element): void };
  export default Toast;
}
declare module 'lightning/confirm' {
  const Confirm: {
    /** Resolves with whether the user agreed. */
    open(options: { label: string; message: string; theme?: string }): Promise<boolean>;
  };
  export default Confirm;
}
declare module 'lightning/modal' {
  export default class LightningModal extends LightningElement {
    static open(options: {
      label: string;
      size?: 'small' | 'medium' | 'large' | 'full';
      [property: string]: unknown;
    }): Promise<unknown>;
    label: string;
    close(result?: unknown): void;
  }
  import { LightningElement } from 'lwc';
}
