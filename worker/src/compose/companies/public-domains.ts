/**
 * Mail domains that say nothing about a company: everybody can have an address there. The ones most
 * shoppers use, by their maker; an admin adds those of their own country.
 */
const WELL_KNOWN = `
  gmail.com googlemail.com
  outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp outlook.com.br outlook.com.au
  hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es hotmail.be hotmail.nl hotmail.se
  hotmail.com.br hotmail.com.ar hotmail.ca live.com live.co.uk live.fr live.de live.it live.nl live.be
  live.ca live.se live.dk live.no live.com.au live.com.mx msn.com passport.com windowslive.com
  yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.co.in yahoo.in yahoo.co.jp
  yahoo.com.br yahoo.com.ar yahoo.com.mx yahoo.com.au yahoo.co.nz yahoo.com.sg yahoo.com.hk yahoo.com.tw
  yahoo.com.ph yahoo.com.vn yahoo.co.id yahoo.co.th yahoo.gr yahoo.ie yahoo.se yahoo.no yahoo.dk yahoo.pl
  yahoo.ro ymail.com rocketmail.com myyahoo.com aol.com aol.co.uk aol.de aol.fr aim.com verizon.net
  icloud.com me.com mac.com privaterelay.appleid.com
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io tutamail.com
  fastmail.com fastmail.fm hey.com hushmail.com zoho.com zohomail.com zohomail.eu mail.com email.com
  usa.com post.com europe.com gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.fr gmx.us gmx.co.uk web.de
  t-online.de freenet.de arcor.de mail.de email.de posteo.de posteo.net mailbox.org 1und1.de online.de
  kabelmail.de vodafone.de o2online.de magenta.de unitybox.de chello.at aon.at a1.net bluewin.ch
  hispeed.ch sunrise.ch
  orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr club-internet.fr
  aliceadsl.fr skynet.be telenet.be proximus.be scarlet.be voo.be
  libero.it virgilio.it tiscali.it alice.it tin.it tim.it fastwebnet.it email.it inwind.it iol.it
  aruba.it pec.it
  terra.es telefonica.net movistar.es ono.com sapo.pt mail.pt clix.pt iol.pt
  ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl xs4all.nl home.nl upcmail.nl casema.nl quicknet.nl
  solcon.nl tele2.nl
  btinternet.com btopenworld.com bt.com sky.com virginmedia.com ntlworld.com blueyonder.co.uk
  talktalk.net tiscali.co.uk o2.co.uk plusnet.com mail.co.uk eircom.net
  telia.com comhem.se bredband.net spray.se bahnhof.se online.no frisurf.no getmail.no stofanet.dk
  mail.dk jubii.dk ofir.dk elisanet.fi kolumbus.fi luukku.com suomi24.fi simnet.is
  wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu poczta.onet.pl gazeta.pl tlen.pl vp.pl
  seznam.cz email.cz centrum.cz volny.cz post.cz azet.sk zoznam.sk centrum.sk freemail.hu citromail.hu
  t-online.hu abv.bg mail.bg dir.bg net.hr inet.hr siol.net
  mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua
  inbox.lv inbox.lt one.lt mail.ee
  comcast.net xfinity.com att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net swbell.net
  cox.net charter.net spectrum.net roadrunner.com rr.com twc.com optonline.net optimum.net earthlink.net
  mindspring.com juno.com netzero.net netzero.com frontier.com frontiernet.net windstream.net
  centurylink.net q.com centurytel.net embarqmail.com suddenlink.net cableone.net tds.net netscape.net
  excite.com lycos.com
  rogers.com bell.net sympatico.ca shaw.ca telus.net videotron.ca cogeco.ca eastlink.ca sasktel.net
  mts.net nb.sympatico.ca
  bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net dodo.com.au
  westnet.com.au ozemail.com.au xtra.co.nz slingshot.co.nz orcon.net.nz
  uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com r7.com oi.com.br
  prodigy.net.mx terra.com.mx fibertel.com.ar speedy.com.ar ciudad.com.ar
  rediffmail.com sify.com in.com indiatimes.com vsnl.net
  qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn aliyun.com
  21cn.com tom.com naver.com daum.net hanmail.net nate.com kakao.com
  docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp
  so-net.ne.jp excite.co.jp goo.jp infoseek.jp
  pchome.com.tw hinet.net seed.net.tw netvigator.com singnet.com.sg pacific.net.sg streamyx.com
  walla.com walla.co.il 013.net netvision.net.il bezeqint.net emirates.net.ae eim.ae
  mweb.co.za telkomsa.net vodamail.co.za webmail.co.za iafrica.com
  mailinator.com guerrillamail.com 10minutemail.com yopmail.com temp-mail.org sharklasers.com
  duck.com relay.firefox.com mozmail.com simplelogin.com anonaddy.me
  onmicrosoft.com github.io wordpress.com blogspot.com myshopify.com mybigcommerce.com wixsite.com
`;

const PUBLIC: ReadonlySet<string> = new Set(WELL_KNOWN.trim().split(/\s+/));

/** @param more the admin's own, in any case, with or without an `@` before them */
export function isPublicDomain(domain: string, more: readonly string[] = []): boolean {
  const own = more.map((one) => one.trim().toLowerCase().replace(/^@/, ''));
  return PUBLIC.has(domain) || own.includes(domain);
}
