/** As `statesAmericas.ts`: counties of Ireland, provinces of Italy. */
export const STATES_OF_EUROPE: Readonly<Record<string, string>> = {
  IE: `
CW Carlow
CN Cavan
CE Clare
CO Cork
DL Donegal
D Dublin
G Galway
KY Kerry
KE Kildare
KK Kilkenny
LS Laois
LM Leitrim
LK Limerick
LD Longford
LH Louth
MO Mayo
MH Meath
MN Monaghan
OY Offaly
RN Roscommon
SO Sligo
TA Tipperary
WD Waterford
WH Westmeath
WX Wexford
WW Wicklow`,
  IT: `
AG Agrigento
AL Alessandria
AN Ancona
AO Aosta|Valle d'Aosta
AR Arezzo
AP Ascoli Piceno
AT Asti
AV Avellino
BA Bari
BT Barletta-Andria-Trani
BL Belluno
BN Benevento
BG Bergamo
BI Biella
BO Bologna
BZ Bolzano|Bozen;Alto Adige;Südtirol
BS Brescia
BR Brindisi
CA Cagliari
CL Caltanissetta
CB Campobasso
CI Carbonia-Iglesias
CE Caserta
CT Catania
CZ Catanzaro
CH Chieti
CO Como
CS Cosenza
CR Cremona
KR Crotone
CN Cuneo
EN Enna
FM Fermo
FE Ferrara
FI Florence|Firenze
FG Foggia
FC Forlì-Cesena|FO
FR Frosinone
GE Genoa|Genova
GO Gorizia
GR Grosseto
IM Imperia
IS Isernia
SP La Spezia
AQ L'Aquila
LT Latina
LE Lecce
LC Lecco
LI Livorno
LO Lodi
LU Lucca
MC Macerata
MN Mantua|Mantova
MS Massa and Carrara|Massa-Carrara;Massa e Carrara
MT Matera
VS Medio Campidano
ME Messina
MI Milan|Milano
MO Modena
MB Monza and Brianza|Monza e della Brianza;Monza e Brianza;Monza-Brianza
NA Naples|Napoli
NO Novara
NU Nuoro
OG Ogliastra
OT Olbia-Tempio
OR Oristano
PD Padua|Padova
PA Palermo
PR Parma
PV Pavia
PG Perugia
PU Pesaro and Urbino|Pesaro e Urbino;PS
PE Pescara
PC Piacenza
PI Pisa
PT Pistoia
PN Pordenone
PZ Potenza
PO Prato
RG Ragusa
RA Ravenna
RC Reggio Calabria|Reggio di Calabria
RE Reggio Emilia|Reggio nell'Emilia
RI Rieti
RN Rimini
RM Rome|Roma
RO Rovigo
SA Salerno
SU South Sardinia|Sud Sardegna
SS Sassari
SV Savona
SI Siena
SR Syracuse|Siracusa
SO Sondrio
TA Taranto
TE Teramo
TR Terni
TO Turin|Torino
TP Trapani
TN Trento|Trentino
TV Treviso
TS Trieste
UD Udine
VA Varese
VE Venice|Venezia
VB Verbano-Cusio-Ossola
VC Vercelli
VR Verona
VV Vibo Valentia
VI Vicenza
VT Viterbo`,
};
