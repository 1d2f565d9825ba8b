/**
 * Countries of ISO 3166-1, one in a line: alpha-2, alpha-3, the name as Salesforce's country
 * picklist has it, and after `|` what else people and shops write.
 */
export const COUNTRIES_A_TO_L = `
AF AFG Afghanistan|افغانستان
AX ALA Aland Islands|Åland
AL ALB Albania|Shqipëria;Shqiperia
DZ DZA Algeria|Algérie;Algerien;الجزائر
AS ASM American Samoa
AD AND Andorra
AO AGO Angola
AI AIA Anguilla
AQ ATA Antarctica
AG ATG Antigua and Barbuda|Antigua
AR ARG Argentina|Argentinien;Argentine
AM ARM Armenia|Հայաստան
AW ABW Aruba
AU AUS Australia|Australien;Commonwealth of Australia
AT AUT Austria|Österreich;Oesterreich;Autriche;Oostenrijk
AZ AZE Azerbaijan|Azərbaycan
BS BHS Bahamas|Bahamas, The
BH BHR Bahrain|البحرين
BD BGD Bangladesh|বাংলাদেশ
BB BRB Barbados
BY BLR Belarus|Беларусь;Belarus, Republic of
BE BEL Belgium|België;Belgique;Belgien
BZ BLZ Belize
BJ BEN Benin|Bénin
BM BMU Bermuda
BT BTN Bhutan
BO BOL Bolivia, Plurinational State of|Bolivia
BQ BES Bonaire, Sint Eustatius and Saba|Caribbean Netherlands;Bonaire
BA BIH Bosnia and Herzegovina|Bosnia;Bosna i Hercegovina;Bosnien und Herzegowina
BW BWA Botswana
BV BVT Bouvet Island
BR BRA Brazil|Brasil;Brasilien;Brésil
IO IOT British Indian Ocean Territory
BN BRN Brunei Darussalam|Brunei
BG BGR Bulgaria|България;Bulgarien
BF BFA Burkina Faso
BI BDI Burundi
KH KHM Cambodia|Kampuchea;កម្ពុជា
CM CMR Cameroon|Cameroun
CA CAN Canada|Kanada
CV CPV Cape Verde|Cabo Verde
KY CYM Cayman Islands
CF CAF Central African Republic
TD TCD Chad|Tchad
CL CHL Chile
CN CHN China|中国;中國;PRC;People's Republic of China;Mainland China
CX CXR Christmas Island
CC CCK Cocos (Keeling) Islands|Cocos Islands
CO COL Colombia
KM COM Comoros
CG COG Congo|Congo-Brazzaville;Congo, Republic of the;Republic of the Congo
CD COD Congo, the Democratic Republic of the|DR Congo;DRC;Congo-Kinshasa;Democratic Republic of the Congo;Zaire
CK COK Cook Islands
CR CRI Costa Rica
CI CIV Cote d'Ivoire|Ivory Coast
HR HRV Croatia|Hrvatska;Kroatien
CU CUB Cuba
CW CUW Curaçao
CY CYP Cyprus|Κύπρος;Kıbrıs;Zypern
CZ CZE Czech Republic|Czechia;Česko;Česká republika;Tschechien
DK DNK Denmark|Danmark;Dänemark
DJ DJI Djibouti
DM DMA Dominica
DO DOM Dominican Republic|República Dominicana
EC ECU Ecuador
EG EGY Egypt|مصر;Ägypten
SV SLV El Salvador
GQ GNQ Equatorial Guinea
ER ERI Eritrea
EE EST Estonia|Eesti;Estland
ET ETH Ethiopia|ኢትዮጵያ
FK FLK Falkland Islands (Malvinas)|Falkland Islands;Islas Malvinas
FO FRO Faroe Islands|Føroyar
FJ FJI Fiji
FI FIN Finland|Suomi;Finnland
FR FRA France|Frankreich;Francia;République française;French Republic;Metropolitan France
GF GUF French Guiana|Guyane
PF PYF French Polynesia|Polynésie française;Tahiti
TF ATF French Southern Territories
GA GAB Gabon
GM GMB Gambia|The Gambia
GE GEO Georgia|საქართველო;Republic of Georgia
DE DEU Germany|Deutschland;Allemagne;Alemania;Germania;Duitsland;Federal Republic of Germany;GER;BRD
GH GHA Ghana
GI GIB Gibraltar
GR GRC Greece|Ελλάδα;Hellas;Griechenland;EL
GL GRL Greenland|Kalaallit Nunaat;Grønland
GD GRD Grenada
GP GLP Guadeloupe
GU GUM Guam
GT GTM Guatemala
GG GGY Guernsey
GN GIN Guinea|Guinée
GW GNB Guinea-Bissau
GY GUY Guyana
HT HTI Haiti|Haïti
HM HMD Heard Island and McDonald Islands
VA VAT Holy See (Vatican City State)|Vatican;Vatican City;Holy See;Città del Vaticano
HN HND Honduras
HK HKG Hong Kong|香港;Hong Kong SAR;Hong Kong SAR China;Hongkong
HU HUN Hungary|Magyarország;Ungarn
IS ISL Iceland|Ísland
IN IND India|भारत;Bharat;Indien
ID IDN Indonesia|Indonesien
IR IRN Iran, Islamic Republic of|Iran;ایران
IQ IRQ Iraq|العراق
IE IRL Ireland|Éire;Republic of Ireland;Irland
IM IMN Isle of Man
IL ISR Israel|ישראל
IT ITA Italy|Italia;Italien;Italie
JM JAM Jamaica
JP JPN Japan|日本;日本国;Nippon
JE JEY Jersey
JO JOR Jordan|الأردن
KZ KAZ Kazakhstan|Қазақстан;Казахстан
KE KEN Kenya
KI KIR Kiribati
KP PRK Korea, Democratic People's Republic of|North Korea;DPRK;북한
KR KOR Korea, Republic of|South Korea;Korea;Republic of Korea;대한민국;한국;Südkorea;Korea South
XK XKX Kosovo
KW KWT Kuwait|الكويت
KG KGZ Kyrgyzstan
LA LAO Lao People's Democratic Republic|Laos
LV LVA Latvia|Latvija;Lettland
LB LBN Lebanon|لبنان;Liban
LS LSO Lesotho
LR LBR Liberia
LY LBY Libya|ليبيا
LI LIE Liechtenstein
LT LTU Lithuania|Lietuva;Litauen
LU LUX Luxembourg|Luxemburg;Lëtzebuerg
`;
