import address from '@salesforce/label/c.Setup_Worker_Address';
import addressHelp from '@salesforce/label/c.Setup_Worker_Address_Help';
import credentials from '@salesforce/label/c.Setup_Worker_Address_Credentials';
import insecure from '@salesforce/label/c.Setup_Worker_Address_Insecure';
import malformed from '@salesforce/label/c.Setup_Worker_Address_Malformed';
import heard from '@salesforce/label/c.Setup_Worker_Heard';
import never from '@salesforce/label/c.Setup_Worker_Never_Heard';
import open from '@salesforce/label/c.Setup_Worker_Open';
import save from '@salesforce/label/c.Setup_Worker_Save';
import text from '@salesforce/label/c.Setup_Worker_Text';
import type { AddressProblem } from 'c/workerAddress';

export const labels = { address, addressHelp, heard, malformed, never, open, save, text };

export const PROBLEMS: Record<AddressProblem, string> = { credentials, insecure, malformed };
