package io.sqe.bench.data.clickbench;

import static io.sqe.bench.data.GeneratedColumn.bigint;
import static io.sqe.bench.data.GeneratedColumn.date;
import static io.sqe.bench.data.GeneratedColumn.integer;
import static io.sqe.bench.data.GeneratedColumn.timestamp;
import static io.sqe.bench.data.GeneratedColumn.varchar;

import io.sqe.bench.data.GeneratedColumn;
import java.util.List;
import java.util.stream.Stream;

/**
 * The 105 columns of {@code hits}, in ClickBench's order. Iceberg has no 16-bit integers, so ClickBench's SMALLINT is INTEGER.
 * The numbers in the expressions tell the columns' random numbers apart.
 */
final class HitsColumns {
    private HitsColumns() {}

    static List<GeneratedColumn<Hit>> all() {
        return Stream.of(visitAndSite(), client(), request(), page(), timing())
                .flatMap(List::stream)
                .toList();
    }

    /** Who viewed what, when. */
    private static List<GeneratedColumn<Hit>> visitAndSite() {
        return List.of(
                bigint("watchid", hit -> hit.identity(101)),
                integer("javaenable", hit -> flag(hit.chance(102, 85))),
                varchar("title", hit -> hit.page().title()),
                integer("goodevent", _ -> 1),
                timestamp("eventtime", Hit::epochSecond),
                date("eventdate", Hit::epochDay),
                integer("counterid", hit -> hit.site().counter()),
                integer("clientip", hit -> hit.ofVisitor(103, Integer.MAX_VALUE)),
                integer("regionid", Visit::region),
                bigint("userid", Hit::userId),
                integer("counterclass", hit -> hit.uniform(104, 3)),
                integer("os", hit -> hit.ofVisitor(105, 60)),
                integer("useragent", hit -> hit.ofVisitor(106, 80)),
                varchar("url", hit -> hit.page().url()),
                varchar("referer", hit -> Referrer.of(hit).url()),
                integer("isrefresh", hit -> flag(hit.chance(107, 10))),
                integer("referercategoryid", hit -> hit.skewed(108, 20_000)),
                integer("refererregionid", hit -> hit.skewed(109, 6000)),
                integer("urlcategoryid", hit -> hit.skewed(110, 16_000)),
                integer("urlregionid", hit -> hit.skewed(111, 6000)));
    }

    /** The browser and its screen. */
    private static List<GeneratedColumn<Hit>> client() {
        return List.of(
                integer("resolutionwidth", Visit::screenWidth),
                integer("resolutionheight", Visit::screenHeight),
                integer("resolutiondepth", hit -> hit.ofVisitor(112, 10) == 0 ? 24 : 32),
                integer("flashmajor", hit -> hit.ofVisitor(113, 12)),
                integer("flashminor", hit -> hit.ofVisitor(114, 8)),
                varchar("flashminor2", hit -> Integer.toString(hit.ofVisitor(115, 900))),
                integer("netmajor", hit -> hit.ofVisitor(116, 5)),
                integer("netminor", hit -> hit.ofVisitor(117, 6)),
                integer("useragentmajor", hit -> hit.ofVisitor(118, 40)),
                varchar("useragentminor", hit -> "D" + hit.ofVisitor(119, 30)),
                integer("cookieenable", hit -> flag(hit.chance(120, 97))),
                integer("javascriptenable", hit -> flag(hit.chance(121, 98))),
                integer("ismobile", hit -> flag(Visit.isMobile(hit))),
                integer("mobilephone", Visit::phone),
                varchar("mobilephonemodel", Visit::phoneModel),
                varchar("params", _ -> ""),
                integer("ipnetworkid", hit -> hit.ofVisitor(122, 4_000_000)),
                integer("traficsourceid", Referrer::trafficSource),
                integer("searchengineid", Visit::searchEngine),
                varchar("searchphrase", Visit::searchPhrase),
                integer("advengineid", Visit::advertisingEngine));
    }

    /** Where the visitor came from and what they saw it in. */
    private static List<GeneratedColumn<Hit>> request() {
        return List.of(
                integer("isartifical", hit -> flag(hit.chance(123, 1))),
                integer("windowclientwidth", Visit::windowWidth),
                integer("windowclientheight", Visit::windowHeight),
                integer("clienttimezone", hit -> 60 * (hit.ofVisitor(124, 12) - 2)),
                timestamp("clienteventtime", hit -> hit.epochSecond() + hit.skewed(125, 7200)),
                integer("silverlightversion1", hit -> hit.ofVisitor(126, 6)),
                integer("silverlightversion2", hit -> hit.ofVisitor(127, 2)),
                integer("silverlightversion3", hit -> hit.ofVisitor(128, 60_000)),
                integer("silverlightversion4", hit -> hit.ofVisitor(129, 1)),
                varchar("pagecharset", hit -> hit.chance(130, 40) ? "windows-1251" : "utf-8"),
                integer("codeversion", hit -> hit.uniform(131, 1700)),
                integer("islink", hit -> flag(hit.chance(132, 40))),
                integer("isdownload", hit -> flag(hit.chance(133, 3))),
                integer("isnotbounce", hit -> flag(hit.chance(134, 60))),
                bigint("funiqid", hit -> hit.userId() ^ 0x5DEECE66DL),
                varchar("originalurl", hit -> hit.chance(135, 10) ? hit.page().url() : ""),
                integer("hid", hit -> hit.uniform(136, Integer.MAX_VALUE)),
                integer("isoldcounter", _ -> 0),
                integer("isevent", hit -> flag(hit.chance(137, 2))),
                integer("isparameter", hit -> flag(hit.chance(138, 1))),
                integer("dontcounthits", hit -> flag(hit.chance(139, 4))));
    }

    /** The event and the visitor. */
    private static List<GeneratedColumn<Hit>> page() {
        return List.of(
                integer("withhash", hit -> flag(hit.chance(140, 5))),
                varchar("hitcolor", hit -> "gTE5".substring(hit.uniform(141, 4)).substring(0, 1)),
                timestamp("localeventtime", hit -> hit.epochSecond() + 3600L * hit.ofVisitor(142, 12)),
                integer("age", hit -> hit.ofVisitor(143, 60)),
                integer("sex", hit -> hit.ofVisitor(144, 3)),
                integer("income", hit -> hit.ofVisitor(145, 5)),
                integer("interests", hit -> hit.ofVisitor(146, 20_000)),
                integer("robotness", hit -> hit.skewed(147, 5)),
                integer("remoteip", hit -> hit.ofVisitor(148, Integer.MAX_VALUE)),
                integer("windowname", hit -> hit.skewed(149, 100_000)),
                integer("openername", hit -> hit.skewed(150, 100_000)),
                integer("historylength", hit -> hit.skewed(151, 200)),
                varchar("browserlanguage", hit -> hit.ofVisitor(152, 5) == 0 ? "en" : "ru"),
                varchar("browsercountry", hit -> hit.ofVisitor(153, 5) == 0 ? "US" : "RU"),
                varchar("socialnetwork", hit -> hit.chance(154, 1) ? "vkontakte" : ""),
                varchar("socialaction", hit -> hit.chance(155, 1) ? "like" : ""),
                integer("httperror", _ -> 0),
                integer("sendtiming", hit -> hit.skewed(156, 30_000)),
                integer("dnstiming", hit -> hit.skewed(157, 3000)),
                integer("connecttiming", hit -> hit.skewed(158, 5000)),
                integer("responsestarttiming", hit -> hit.skewed(159, 20_000)),
                integer("responseendtiming", hit -> hit.skewed(160, 40_000)));
    }

    /** How long it took, and advertising. */
    private static List<GeneratedColumn<Hit>> timing() {
        return List.of(
                integer("fetchtiming", hit -> hit.skewed(161, 60_000)),
                integer("socialsourcenetworkid", _ -> 0),
                varchar("socialsourcepage", _ -> ""),
                bigint("paramprice", hit -> hit.chance(162, 1) ? hit.skewed(163, 1_000_000) : 0),
                varchar("paramorderid", _ -> ""),
                varchar("paramcurrency", _ -> "NH\u001c"),
                integer("paramcurrencyid", _ -> 0),
                varchar("openstatservicename", _ -> ""),
                varchar("openstatcampaignid", _ -> ""),
                varchar("openstatadid", _ -> ""),
                varchar("openstatsourceid", _ -> ""),
                varchar("utmsource", hit -> hit.chance(164, 2) ? "yandex" : ""),
                varchar("utmmedium", hit -> hit.chance(165, 2) ? "cpc" : ""),
                varchar("utmcampaign", _ -> ""),
                varchar("utmcontent", _ -> ""),
                varchar("utmterm", _ -> ""),
                varchar("fromtag", hit -> hit.chance(166, 1) ? "tag" + hit.uniform(167, 50) : ""),
                integer("hasgclid", hit -> flag(hit.chance(168, 1))),
                bigint("refererhash", hit -> Referrer.of(hit).hash()),
                bigint("urlhash", hit -> hit.page().hash()),
                integer("clid", hit -> hit.chance(169, 2) ? hit.uniform(170, 2_000_000) : 0));
    }

    private static int flag(boolean set) {
        return set ? 1 : 0;
    }
}
