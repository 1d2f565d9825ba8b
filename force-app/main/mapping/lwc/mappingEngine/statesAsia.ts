/** As `statesAmericas.ts`. Those of Japan are not among Salesforce's own: codes of ISO 3166-2. */
export const STATES_OF_ASIA_AND_PACIFIC: Readonly<Record<string, string>> = {
  AU: `
ACT Australian Capital Territory|Canberra
NSW New South Wales
NT Northern Territory
QLD Queensland|Qld
SA South Australia
TAS Tasmania|Tas
VIC Victoria|Vic
WA Western Australia`,
  CN: `
34 Anhui|AH;安徽;安徽省
11 Beijing|BJ;北京;北京市
50 Chongqing|CQ;重庆;重庆市
35 Fujian|FJ;福建;福建省
62 Gansu|GS;甘肃;甘肃省
44 Guangdong|GD;广东;广东省
45 Guangxi|GX;广西;广西壮族自治区
52 Guizhou|GZ;贵州;贵州省
46 Hainan|HI;海南;海南省
13 Hebei|HE;河北;河北省
23 Heilongjiang|HL;黑龙江;黑龙江省
41 Henan|HA;河南;河南省
91 Hong Kong|HK;香港
42 Hubei|HB;湖北;湖北省
43 Hunan|HN;湖南;湖南省
32 Jiangsu|JS;江苏;江苏省
36 Jiangxi|JX;江西;江西省
22 Jilin|JL;吉林;吉林省
21 Liaoning|LN;辽宁;辽宁省
92 Macao|MO;Macau;澳门
15 Nei Mongol|NM;Inner Mongolia;内蒙古;内蒙古自治区
64 Ningxia|NX;宁夏;宁夏回族自治区
63 Qinghai|QH;青海;青海省
61 Shaanxi|SN;陕西;陕西省
37 Shandong|SD;山东;山东省
31 Shanghai|SH;上海;上海市
14 Shanxi|SX;山西;山西省
51 Sichuan|SC;四川;四川省
71 Taiwan|TW;Chinese Taipei;台湾
12 Tianjin|TJ;天津;天津市
65 Xinjiang|XJ;新疆;新疆维吾尔自治区
54 Xizang|XZ;Tibet;西藏;西藏自治区
53 Yunnan|YN;云南;云南省
33 Zhejiang|ZJ;浙江;浙江省`,
  IN: `
AN Andaman and Nicobar Islands
AP Andhra Pradesh
AR Arunachal Pradesh
AS Assam
BR Bihar
CH Chandigarh
CT Chhattisgarh|CG;Chattisgarh
DN Dadra and Nagar Haveli|DH;Dadra and Nagar Haveli and Daman and Diu
DD Daman and Diu
DL Delhi|New Delhi;NCT of Delhi
GA Goa
GJ Gujarat
HR Haryana
HP Himachal Pradesh
JK Jammu and Kashmir
JH Jharkhand
KA Karnataka
KL Kerala
LA Ladakh
LD Lakshadweep
MP Madhya Pradesh
MH Maharashtra
MN Manipur
ML Meghalaya
MZ Mizoram
NL Nagaland
OR Odisha|OD;Orissa
PY Puducherry|Pondicherry
PB Punjab
RJ Rajasthan
SK Sikkim
TN Tamil Nadu
TG Telangana|TS
TR Tripura
UT Uttarakhand|UK;UA;Uttaranchal
UP Uttar Pradesh
WB West Bengal`,
  JP: `
01 Hokkaido|北海道
02 Aomori|青森;青森県
03 Iwate|岩手;岩手県
04 Miyagi|宮城;宮城県
05 Akita|秋田;秋田県
06 Yamagata|山形;山形県
07 Fukushima|福島;福島県
08 Ibaraki|茨城;茨城県
09 Tochigi|栃木;栃木県
10 Gunma|群馬;群馬県
11 Saitama|埼玉;埼玉県
12 Chiba|千葉;千葉県
13 Tokyo|東京;東京都;Tokyo-to
14 Kanagawa|神奈川;神奈川県
15 Niigata|新潟;新潟県
16 Toyama|富山;富山県
17 Ishikawa|石川;石川県
18 Fukui|福井;福井県
19 Yamanashi|山梨;山梨県
20 Nagano|長野;長野県
21 Gifu|岐阜;岐阜県
22 Shizuoka|静岡;静岡県
23 Aichi|愛知;愛知県
24 Mie|三重;三重県
25 Shiga|滋賀;滋賀県
26 Kyoto|京都;京都府;Kyoto-fu
27 Osaka|大阪;大阪府;Osaka-fu
28 Hyogo|兵庫;兵庫県
29 Nara|奈良;奈良県
30 Wakayama|和歌山;和歌山県
31 Tottori|鳥取;鳥取県
32 Shimane|島根;島根県
33 Okayama|岡山;岡山県
34 Hiroshima|広島;広島県
35 Yamaguchi|山口;山口県
36 Tokushima|徳島;徳島県
37 Kagawa|香川;香川県
38 Ehime|愛媛;愛媛県
39 Kochi|高知;高知県
40 Fukuoka|福岡;福岡県
41 Saga|佐賀;佐賀県
42 Nagasaki|長崎;長崎県
43 Kumamoto|熊本;熊本県
44 Oita|大分;大分県
45 Miyazaki|宮崎;宮崎県
46 Kagoshima|鹿児島;鹿児島県
47 Okinawa|沖縄;沖縄県`,
};
