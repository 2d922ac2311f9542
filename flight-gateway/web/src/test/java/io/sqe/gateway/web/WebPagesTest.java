package io.sqe.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.operations.ServerSample;
import io.sqe.gateway.web.WebOptions.PlainHttp;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WebPagesTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    private final InstantSource time = now::get;
    private final Site site = new Site(PlainHttp.ALLOWED, time.withZone(ZoneOffset.UTC));
    private final Visit visit = new Visit(site.port());

    @AfterEach
    void close() {
        visit.close();
        site.close();
    }

    @Test
    void pagesAreForWhoHasLoggedIn() throws Exception {
        HttpResponse<String> refused = visit.get("/ui/queries");
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(location(refused)).isEqualTo("/ui/login?next=%2Fui%2Fqueries");
        assertThat(site.sentAwayCount()).isEqualTo(1);
        assertThat(visit.logIn("ann", "wrong").statusCode()).isEqualTo(401);
        assertThat(visit.get("/ui/queries").statusCode()).isEqualTo(303);
        assertThat(location(visit.logIn("ann", "pw"))).isEqualTo("/ui/");
        assertThat(visit.get("/ui/queries").body()).contains("<h1>Queries</h1>", "ann");
    }

    @Test
    void cookieIsReadByNoScriptAndSentToNoOtherSite() throws Exception {
        String plain =
                visit.logIn("ann", "pw").headers().firstValue("Set-Cookie").orElse("");
        assertThat(plain)
                .startsWith("sqe-7=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        HttpResponse<String> behindTls = visit.post(
                "/ui/login",
                Map.of("user", "ann", "password", "pw"),
                "Origin",
                "https://127.0.0.1:" + site.port(),
                "X-Forwarded-Proto",
                "https");
        assertThat(behindTls.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-sqe-7=")
                .contains("Secure");
    }

    @Test
    void everyAnswerForbidsScriptsOfOthersFramesAndCaches() throws Exception {
        assertThat(visit.get("/ui/login").headers().map())
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"))
                .hasEntrySatisfying(
                        "content-security-policy",
                        policy -> assertThat(policy.getFirst())
                                .startsWith("default-src 'self';")
                                .doesNotContain("unsafe"));
    }

    @Test
    void formsOfOtherPagesDoNothing() throws Exception {
        QueryId id = site.start("ann", "SELECT 1");
        visit.logIn("ann", "pw");
        String path = "/ui/queries/" + id + "/cancel";
        String here = "http://127.0.0.1:" + site.port();
        assertThat(visit.post(path, Map.of(), "Origin", here).statusCode()).isEqualTo(403);
        assertThat(visit.post(path, Map.of("csrf", "x"), "Origin", here).statusCode())
                .isEqualTo(403);
        assertThat(visit.post(path, Map.of("csrf", visit.csrf()), "Origin", "http://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visit.post(path, Map.of("csrf", visit.csrf())).statusCode()).isEqualTo(403);
        assertThat(site.cancelled()).isEmpty();
        assertThat(visit.submit(path).statusCode()).isEqualTo(303);
        assertThat(site.cancelled()).containsExactly(id);
    }

    @Test
    void loginFromAnotherSitesPageIsRefused() throws Exception {
        assertThat(visit.post(
                                "/ui/login",
                                Map.of("user", "ann", "password", "pw"),
                                "Origin",
                                "http://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void queriesAreShownToTheirOwnerAndToAdministratorsAlone() throws Exception {
        QueryId id = site.start("ann", "SELECT 'of ann'");
        visit.logIn("bob", "pw");
        assertThat(visit.get("/ui/").body()).doesNotContain("of ann");
        assertThat(visit.get("/ui/queries").body()).doesNotContain("of ann");
        assertThat(visit.submit("/ui/queries/" + id + "/cancel").statusCode()).isEqualTo(404);
        assertThat(site.cancelled()).isEmpty();
        visit.logIn("root", "pw");
        assertThat(visit.get("/ui/queries").body()).contains("of ann");
    }

    @Test
    void whatPeopleWriteStaysText() throws Exception {
        site.start("<b>ann</b>", "SELECT '<script>alert(1)</script>'");
        visit.logIn("<b>ann</b>", "pw");
        assertThat(visit.get("/ui/queries").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;ann&lt;/b&gt;")
                .doesNotContain("<script>alert", "<b>ann");
        assertThat(visit.get("/ui/queries?text=%22%20onfocus=%22alert(2)&state=%22%3E%3Cimg")
                        .body())
                .contains("value=\"&#34; onfocus=&#34;alert(2)\"")
                .doesNotContain("\" onfocus", "<img");
    }

    @Test
    void aThousandQueriesAndMoreAreListedOnAPageOfSomeHundredKilobytes() throws Exception {
        for (int i = 0; i < Site.ENDED_MAX + 100; i++) {
            site.run("ann", "SELECT 1 /* %d %s */".formatted(i, "x".repeat(10_000)));
        }
        visit.logIn("ann", "pw");
        for (String path : List.of("/ui/", "/ui/queries", "/ui/queries?text=select&state=&user=a")) {
            HttpResponse<String> page = visit.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body().length()).as(path).isBetween(1_000, 300_000);
        }
        assertThat(visit.get("/ui/queries").body())
                .contains("The latest 100 are shown", "/* 1099 x")
                .doesNotContain("/* 999 x");
    }

    @Test
    void pageThatAsksForItselfGetsThePartThatChanges() throws Exception {
        site.start("ann", "SELECT 1");
        visit.logIn("ann", "pw");
        assertThat(visit.get("/ui/queries", "HX-Request", "true").body())
                .startsWith("\n<div id=\"live\"")
                .contains("SELECT 1")
                .doesNotContain("<html");
    }

    @Test
    void pageThatIsLeftAloneIsLoggedOutAlthoughItAsksByItself() throws Exception {
        visit.logIn("ann", "pw");
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(9)));
        assertThat(visit.get("/ui/", "HX-Request", "true").statusCode()).isEqualTo(200);
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(2)));
        HttpResponse<String> over = visit.get("/ui/", "HX-Request", "true");
        assertThat(over.headers().firstValue("HX-Redirect").orElse("")).startsWith("/ui/login?over");
        assertThat(visit.get("/ui/login?over").body()).contains("Your login has expired");
    }

    @Test
    void logoutEndsTheSessionWhoeverHasItsCookie() throws Exception {
        visit.logIn("ann", "pw");
        String page = visit.get("/ui/").body();
        assertThat(page).contains("Log out");
        assertThat(location(visit.submit("/ui/logout"))).isEqualTo("/ui/login");
        assertThat(visit.get("/ui/").statusCode()).isEqualTo(303);
    }

    @Test
    void loginLeadsToNoOtherSite() throws Exception {
        for (String next : List.of("//elsewhere.example/", "https://elsewhere.example", "/ui/login", "/ui/\\x")) {
            assertThat(visit.get("/ui/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                            .body())
                    .contains("name=\"next\" value=\"/ui/\"");
        }
    }

    @Test
    void passwordsAreNotTakenInTheClear() throws Exception {
        try (Site exposed = new Site(PlainHttp.REFUSED, Clock.systemUTC());
                Visit stranger = new Visit(exposed.port())) {
            HttpResponse<String> refused = stranger.logIn("ann", "pw");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("Logging in needs TLS");
            assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void unknownPagesAreNotFoundAndFilesComeFromThisServer() throws Exception {
        visit.logIn("ann", "pw");
        assertThat(visit.get("/ui/nothing").statusCode()).isEqualTo(404);
        assertThat(visit.get("/ui/assets/..%2FVisits.class").statusCode()).isEqualTo(404);
        HttpResponse<String> script = visit.get("/ui/assets/htmx.js");
        assertThat(script.body()).contains("htmx");
        String tag = script.headers().firstValue("ETag").orElse("");
        assertThat(visit.get("/ui/assets/htmx.js", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(visit.get("/ui/").body()).doesNotContain("http://", "https://");
    }

    @Test
    void queryIsShownWithItsStatementInPiecesThatAreStillTheStatement() throws Exception {
        QueryId id = site.start("ann", "SELECT '<i>' -- why\nFROM \"t\"");
        visit.logIn("ann", "pw");
        String page = visit.get("/ui/queries/" + id).body();
        assertThat(page)
                .contains("<span class=\"s-keyword\">SELECT</span>", "<span class=\"s-text\">'&lt;i&gt;'</span>")
                .contains("running", "hx-get=\"/ui/queries/" + id);
        visit.logIn("bob", "pw");
        assertThat(visit.get("/ui/queries/" + id).statusCode()).isEqualTo(404);
        assertThat(visit.get("/ui/queries/%20").statusCode()).isEqualTo(404);
    }

    @Test
    void sessionsAreListedAndEndedByTheirOwnerOrAnAdministratorAlone() throws Exception {
        try (Visit other = new Visit(site.port())) {
            other.logIn("bob", "pw");
            visit.logIn("ann", "pw");
            assertThat(visit.get("/ui/sessions").body()).contains("this one").doesNotContain("bob");
            String bobs = site.sessionOf("bob");
            assertThat(visit.submit("/ui/sessions/" + bobs + "/end").statusCode())
                    .isEqualTo(404);
            assertThat(other.get("/ui/").statusCode()).isEqualTo(200);
            visit.logIn("root", "pw");
            assertThat(visit.get("/ui/sessions").body()).contains("bob");
            assertThat(visit.submit("/ui/sessions/" + bobs + "/end").statusCode())
                    .isEqualTo(303);
            assertThat(location(other.get("/ui/"))).startsWith("/ui/login?over");
        }
    }

    @Test
    void serverTellsOfMemoryQueueNodesAndCaches() throws Exception {
        visit.logIn("ann", "pw");
        assertThat(visit.get("/ui/server").body())
                .contains("512.0 MiB", "of 1.0 GiB", "3 h 0 min", "here", "results", "75 %")
                .contains("there", "4,711", "not answering", "since", "1970-01-01T00:00:00Z");
    }

    @Test
    void overviewDrawsWhatTheServerDidAndSaysItInWords() throws Exception {
        site.sample(new ServerSample(now.get(), 1, 0, 1, 0, 0, 0, 0, 1 << 20, 0));
        site.sample(new ServerSample(now.get().plusSeconds(10), 8, 0, 1, 4, 0, 0, 0, 1 << 20, 0));
        visit.logIn("ann", "pw");
        assertThat(visit.get("/ui/").body())
                .contains(
                        "<title id=\"trend-0\">Queries running</title>",
                        "8 now; between 1 and 8 in the last 10 minutes")
                .contains("d=\"M580 87.5h0L590 0.0\"", "highest 24", "<th scope=\"row\">now</th>");
        assertThat(visit.get("/ui/", "HX-Request", "true").body()).contains("id=\"trend-0\"");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none");
    }
}
