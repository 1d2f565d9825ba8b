/**
 * States and provinces as Salesforce's picklists have them: code, name, and after `|` other codes
 * and names in use, such as those of ISO 3166-2 where Salesforce has its own.
 */
export const STATES_OF_THE_AMERICAS: Readonly<Record<string, string>> = {
  US: `
AL Alabama|Ala
AK Alaska
AZ Arizona|Ariz
AR Arkansas|Ark
CA California|Calif
CO Colorado|Colo
CT Connecticut|Conn
DE Delaware|Del
DC District of Columbia|Washington DC;Washington D.C.
FL Florida|Fla
GA Georgia
HI Hawaii
ID Idaho
IL Illinois|Ill
IN Indiana|Ind
IA Iowa
KS Kansas|Kans
KY Kentucky
LA Louisiana
ME Maine
MD Maryland
MA Massachusetts|Mass
MI Michigan|Mich
MN Minnesota|Minn
MS Mississippi|Miss
MO Missouri
MT Montana|Mont
NE Nebraska|Neb
NV Nevada|Nev
NH New Hampshire
NJ New Jersey
NM New Mexico
NY New York|New York State
NC North Carolina|N Carolina
ND North Dakota|N Dakota
OH Ohio
OK Oklahoma|Okla
OR Oregon|Ore
PA Pennsylvania|Penn;Penna
RI Rhode Island
SC South Carolina|S Carolina
SD South Dakota|S Dakota
TN Tennessee|Tenn
TX Texas|Tex
UT Utah
VT Vermont
VA Virginia
WA Washington|Wash;Washington State
WV West Virginia|W Virginia
WI Wisconsin|Wis;Wisc
WY Wyoming|Wyo
AS American Samoa
FM Federated Micronesia|Federated States of Micronesia;Micronesia
GU Guam
MH Marshall Islands
MP Northern Mariana Islands
PR Puerto Rico
PW Palau
UM United States Minor Outlying Islands
VI US Virgin Islands|Virgin Islands;Virgin Islands, U.S.
AA Armed Forces Americas
AE Armed Forces Europe|Armed Forces Europe, Middle East, Africa, Canada;Armed Forces Africa;Armed Forces Canada;Armed Forces Middle East
AP Armed Forces Pacific`,
  CA: `
AB Alberta
BC British Columbia|Colombie-Britannique
MB Manitoba
NB New Brunswick|Nouveau-Brunswick
NL Newfoundland and Labrador|Newfoundland;NF;Terre-Neuve-et-Labrador
NS Nova Scotia|Nouvelle-Écosse
NT Northwest Territories|Territoires du Nord-Ouest
NU Nunavut
ON Ontario
PE Prince Edward Island|PEI;Île-du-Prince-Édouard
QC Quebec|PQ
SK Saskatchewan
YT Yukon Territories|Yukon;Yukon Territory;YK`,
  MX: `
AG Aguascalientes|AGU;AGS
BC Baja California|BCN
BS Baja California Sur|BCS
CM Campeche|CAM
CS Chiapas|CHP
CH Chihuahua|CHH
CO Coahuila|COA;Coahuila de Zaragoza
CL Colima|COL
DF Federal District|CMX;CDMX;Ciudad de México;Mexico City;Distrito Federal;DIF
DG Durango|DUR
GT Guanajuato|GUA
GR Guerrero|GRO
HG Hidalgo|HID
JA Jalisco|JAL
ME Mexico State|MEX;México;Estado de México;State of Mexico;EDOMEX
MI Michoacán|MIC;Michoacán de Ocampo
MO Morelos|MOR
NA Nayarit|NAY
NL Nuevo León|NLE
OA Oaxaca|OAX
PB Puebla|PUE
QE Querétaro|QUE;Querétaro de Arteaga
QR Quintana Roo|ROO
SL San Luis Potosí|SLP
SI Sinaloa|SIN
SO Sonora|SON
TB Tabasco|TAB
TM Tamaulipas|TAM
TL Tlaxcala|TLA
VE Veracruz|VER;Veracruz de Ignacio de la Llave
YU Yucatán|YUC
ZA Zacatecas|ZAC`,
  BR: `
AC Acre
AL Alagoas
AP Amapá
AM Amazonas
BA Bahia
CE Ceará
DF Distrito Federal|Federal District;Brasília
ES Espírito Santo
GO Goiás
MA Maranhão
MT Mato Grosso
MS Mato Grosso do Sul
MG Minas Gerais
PA Pará
PB Paraíba
PR Paraná
PE Pernambuco
PI Piauí
RJ Rio de Janeiro
RN Rio Grande do Norte
RS Rio Grande do Sul
RO Rondônia
RR Roraima
SC Santa Catarina
SP São Paulo
SE Sergipe
TO Tocantins`,
};
