/** The second half of `countriesAtoL.ts`, in the same form. */
export const COUNTRIES_M_TO_Z = `
MO MAC Macao|Macau;Macao SAR;Macao SAR China;澳門;澳门
MK MKD North Macedonia|Macedonia;Macedonia, the former Yugoslav Republic of;FYROM;Северна Македонија
MG MDG Madagascar
MW MWI Malawi
MY MYS Malaysia
MV MDV Maldives
ML MLI Mali
MT MLT Malta
MH MHL Marshall Islands
MQ MTQ Martinique
MR MRT Mauritania
MU MUS Mauritius
YT MYT Mayotte
MX MEX Mexico|México;Mexiko;Estados Unidos Mexicanos
FM FSM Micronesia, Federated States of|Micronesia
MD MDA Moldova, Republic of|Moldova;Republica Moldova
MC MCO Monaco
MN MNG Mongolia
ME MNE Montenegro|Crna Gora
MS MSR Montserrat
MA MAR Morocco|Maroc;المغرب;Marokko
MZ MOZ Mozambique|Moçambique
MM MMR Myanmar|Burma;Myanmar (Burma)
NA NAM Namibia
NR NRU Nauru
NP NPL Nepal|नेपाल
NL NLD Netherlands|Nederland;Holland;Niederlande;Pays-Bas;Países Bajos;Netherlands, Kingdom of the
NC NCL New Caledonia|Nouvelle-Calédonie
NZ NZL New Zealand|Aotearoa;Neuseeland
NI NIC Nicaragua
NE NER Niger
NG NGA Nigeria
NU NIU Niue
NF NFK Norfolk Island
MP MNP Northern Mariana Islands
NO NOR Norway|Norge;Noreg;Norwegen
OM OMN Oman|عمان
PK PAK Pakistan|پاکستان
PW PLW Palau
PS PSE Palestine|Palestine, State of;Palestinian Territory;Palestinian Territories;Palestinian Territory, Occupied;فلسطين
PA PAN Panama|Panamá
PG PNG Papua New Guinea
PY PRY Paraguay
PE PER Peru|Perú
PH PHL Philippines|Pilipinas
PN PCN Pitcairn|Pitcairn Islands
PL POL Poland|Polska;Polen;Pologne
PT PRT Portugal
PR PRI Puerto Rico
QA QAT Qatar|قطر
RE REU Reunion|La Réunion
RO ROU Romania|România;Rumänien;ROM
RU RUS Russian Federation|Russia;Россия;Российская Федерация;Russland
RW RWA Rwanda
BL BLM Saint Barthélemy
SH SHN Saint Helena, Ascension and Tristan da Cunha|Saint Helena
KN KNA Saint Kitts and Nevis
LC LCA Saint Lucia
MF MAF Saint Martin (French part)|Saint Martin
PM SPM Saint Pierre and Miquelon
VC VCT Saint Vincent and the Grenadines|Saint Vincent;Saint Vincent and Grenadines
WS WSM Samoa
SM SMR San Marino
ST STP Sao Tome and Principe
SA SAU Saudi Arabia|السعودية;المملكة العربية السعودية;KSA;Kingdom of Saudi Arabia;Saudi-Arabien
SN SEN Senegal|Sénégal
RS SRB Serbia|Србија;Srbija;Serbien
SC SYC Seychelles
SL SLE Sierra Leone
SG SGP Singapore|Singapur;Singapura;新加坡
SX SXM Sint Maarten (Dutch part)|Sint Maarten
SK SVK Slovakia|Slovensko;Slovak Republic;Slowakei
SI SVN Slovenia|Slovenija;Slowenien
SB SLB Solomon Islands
SO SOM Somalia
ZA ZAF South Africa|Südafrika;Suid-Afrika;RSA
GS SGS South Georgia and the South Sandwich Islands
SS SSD South Sudan
ES ESP Spain|España;Spanien;Espagne;Spagna;Spanje
LK LKA Sri Lanka
SD SDN Sudan
SR SUR Suriname
SJ SJM Svalbard and Jan Mayen
SZ SWZ Eswatini|Swaziland
SE SWE Sweden|Sverige;Schweden;Suède
CH CHE Switzerland|Schweiz;Suisse;Svizzera;Svizra;Swiss Confederation;Confoederatio Helvetica;SUI
SY SYR Syrian Arab Republic|Syria;سوريا
TW TWN Taiwan|台灣;臺灣;台湾;Taiwan, Province of China;Chinese Taipei;ROC;Republic of China
TJ TJK Tajikistan
TZ TZA Tanzania, United Republic of|Tanzania
TH THA Thailand|ไทย;ประเทศไทย
TL TLS Timor-Leste|East Timor
TG TGO Togo
TK TKL Tokelau
TO TON Tonga
TT TTO Trinidad and Tobago|Trinidad
TN TUN Tunisia|Tunisie;تونس
TR TUR Turkey|Türkiye;Türkei;Turkiye
TM TKM Turkmenistan
TC TCA Turks and Caicos Islands
TV TUV Tuvalu
UG UGA Uganda
UA UKR Ukraine|Україна
AE ARE United Arab Emirates|UAE;الإمارات العربية المتحدة;Emirates
GB GBR United Kingdom|UK;Great Britain;Britain;England;Scotland;Wales;Northern Ireland;United Kingdom of Great Britain and Northern Ireland;Vereinigtes Königreich;Großbritannien;Royaume-Uni;Reino Unido
US USA United States|United States of America;America;USofA;Vereinigte Staaten;Vereinigte Staaten von Amerika;États-Unis;Estados Unidos;EEUU;Stati Uniti;EUA
UM UMI United States Minor Outlying Islands|US Minor Outlying Islands
UY URY Uruguay
UZ UZB Uzbekistan|Oʻzbekiston
VU VUT Vanuatu
VE VEN Venezuela, Bolivarian Republic of|Venezuela
VN VNM Vietnam|Viet Nam;Việt Nam
VG VGB Virgin Islands, British|British Virgin Islands;BVI
VI VIR Virgin Islands, U.S.|US Virgin Islands;USVI;United States Virgin Islands
WF WLF Wallis and Futuna
EH ESH Western Sahara
YE YEM Yemen|اليمن
ZM ZMB Zambia
ZW ZWE Zimbabwe
`;
