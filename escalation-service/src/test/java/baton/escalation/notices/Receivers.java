package baton.escalation.notices;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that takes a notice only when it comes for the second time, and a mail server. */
public class Receivers implements QuarkusTestResourceLifecycleManager {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final String MAILBOX = "sergeants@nca.example";

  private static final List<Got> REQUESTS = new CopyOnWriteArrayList<>();
  private static final Set<String> SEEN = new HashSet<>();
  private static GreenMail mail;

  private HttpServer web;

  /** One request as it came. */
  record Got(String id, String timestamp, String signature, String body, int answered) {}

  static List<Got> requestsAbout(Object about) {
    return REQUESTS.stream().filter(each -> each.body().contains(about.toString())).toList();
  }

  static GreenMail mail() {
    return mail;
  }

  @Override
  public Map<String, String> start() {
    try {
      web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("no web server", e);
    }
    web.createContext("/", Receivers::take);
    web.start();
    mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
    return Map.ofEntries(
        Map.entry(
            "baton.notices.webhook.desk.url",
            "http://localhost:" + web.getAddress().getPort() + "/notices"),
        Map.entry("baton.notices.webhook.desk.secret", SECRET),
        Map.entry("baton.notices.webhook.desk.organisation", "nca"),
        Map.entry("baton.notices.mail.sergeants.to", MAILBOX),
        Map.entry("baton.notices.mail.sergeants.organisation", "nca"),
        Map.entry("baton.notices.mail.sergeants.rungs", "SERGEANT"),
        Map.entry("baton.notices.retry-first", "100ms"),
        Map.entry("baton.notices.send-every", "100ms"),
        Map.entry("quarkus.mailer.mock", "false"),
        Map.entry("quarkus.mailer.host", "localhost"),
        Map.entry("quarkus.mailer.port", Integer.toString(mail.getSmtp().getPort())));
  }

  @Override
  public void stop() {
    if (web != null) web.stop(0);
    if (mail != null) mail.stop();
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      String id = headers.getFirst("webhook-id");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int answer = first(id) ? 500 : 200;
      REQUESTS.add(
          new Got(
              id,
              headers.getFirst("webhook-timestamp"),
              headers.getFirst("webhook-signature"),
              body,
              answer));
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  private static synchronized boolean first(String id) {
    return SEEN.add(id);
  }
}
