package baton.allocation.webhooks;

import static baton.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.allocation.webhooks.model.Answer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a request really goes, on real connections. */
class WebhookSenderTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_name_that_leads_elsewhere_a_moment_later_leads_nowhere() throws Exception {
    try (var receiver = new Receiver()) {
      var lookup = new Lookup(InetAddress.getByName("1.1.1.1"), HERE);
      var sender = sender(lookup, false, null);
      URI url = URI.create("http://records.test:" + receiver.url().getPort() + "/");
      assertThat(sender.address(url)).isEqualTo(InetAddress.getByName("1.1.1.1"));
      assertThat(post(sender, url, Map.of()).words())
          .isEqualTo("records.test leads to an address that is not of the public Internet");
      assertThat(receiver.all()).isEmpty();
    }
  }

  @Test
  void what_was_looked_up_once_is_what_is_connected_to() throws Exception {
    try (var receiver = new Receiver()) {
      // No resolver of this machine knows the name, and it is asked once.
      var lookup = new Lookup(HERE);
      URI url = URI.create("http://records.test:" + receiver.url().getPort() + "/baton?key=1");
      assertThat(post(sender(lookup, true, null), url, Map.of("webhook-id", "a")))
          .isEqualTo(new Answer.Taken(200));
      assertThat(receiver.all().getFirst().headers().get("host"))
          .containsExactly("records.test:" + receiver.url().getPort());
      assertThat(lookup.asked).containsExactly("records.test");
    }
  }

  @Test
  void no_address_may_be_private_where_a_name_leads_to_several() throws Exception {
    var lookup =
        new HostLookup() {
          @Override
          public InetAddress[] addresses(String host) throws UnknownHostException {
            return new InetAddress[] {InetAddress.getByName("1.1.1.1"), HERE};
          }
        };
    assertThatThrownBy(
            () -> sender(lookup, false, null).address(URI.create("https://records.test/")))
        .isInstanceOf(WebhookSender.Forbidden.class);
  }

  @Test
  void literal_addresses_are_looked_at_too() {
    for (String host : new String[] {"127.0.0.1", "[::1]", "172.16.0.1", "169.254.169.254"})
      assertThatThrownBy(
              () ->
                  sender(new HostLookup(), false, null).address(URI.create("http://" + host + "/")))
          .as(host)
          .isInstanceOfAny(WebhookSender.Forbidden.class, UnknownHostException.class);
  }

  @Test
  void a_private_network_that_the_operator_names_is_led_to() throws Exception {
    assertThat(sender(new HostLookup(), false, null).address(URI.create("https://10.0.0.1/")))
        .isEqualTo(InetAddress.ofLiteral("10.0.0.1"));
  }

  @Test
  void a_certificate_must_be_known_and_be_of_that_name() throws Exception {
    Path certificate = certificate();
    HttpsServer server = secure();
    try {
      int port = server.getAddress().getPort();
      URI named = URI.create("https://records.test:" + port + "/");
      URI other = URI.create("https://other.test:" + port + "/");
      assertThat(post(sender(new Lookup(HERE), true, certificate), named, Map.of()))
          .isEqualTo(new Answer.Taken(204));
      assertThat(post(sender(new Lookup(HERE), true, certificate), other, Map.of()))
          .isInstanceOf(Answer.Failed.class);
      assertThat(post(sender(new Lookup(HERE), true, null), named, Map.of()))
          .isInstanceOf(Answer.Failed.class);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void an_answer_without_end_is_an_answer_and_is_cut_off() throws Exception {
    try (var endless = new ServerSocket(0, 1, HERE)) {
      var cut = new AtomicBoolean();
      Thread.ofVirtual().start(() -> answerWithoutEnd(endless, cut));
      URI url = URI.create("http://records.test:" + endless.getLocalPort() + "/");
      assertThat(post(sender(new Lookup(HERE), true, null), url, Map.of()))
          .isEqualTo(new Answer.Taken(200));
      await().atMost(120, SECONDS).untilTrue(cut);
    }
  }

  @Test
  void a_resolver_that_says_nothing_is_waited_for_no_longer_than_an_answer() throws Exception {
    var never = new CountDownLatch(1);
    var lookup =
        new HostLookup() {
          @Override
          public InetAddress[] addresses(String host) throws UnknownHostException {
            try {
              never.await();
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
          }
        };
    var config = new Config(true, true, Optional.empty(), Duration.ofMillis(200));
    var sender = new WebhookSender(VERTX, lookup, config);
    try {
      assertThat(post(sender, URI.create("https://records.test/"), Map.of()).words())
          .startsWith("it did not answer within");
    } finally {
      never.countDown();
    }
  }

  @Test
  void what_was_ended_while_it_connected_is_not_written() throws Exception {
    try (var receiver = new Receiver()) {
      URI url = URI.create("http://records.test:" + receiver.url().getPort() + "/");
      assertThat(sender(new Lookup(HERE), true, null).post(url, Optional::empty, "{}")).isEmpty();
      assertThat(post(sender(new Lookup(HERE), true, null), url, Map.of("webhook-id", "next")))
          .isEqualTo(new Answer.Taken(200));
      assertThat(receiver.all().stream().map(Receiver.Got::id)).containsExactly("next");
    }
  }

  private static Answer post(WebhookSender sender, URI url, Map<String, String> headers)
      throws InterruptedException {
    return sender.post(url, () -> Optional.of(headers), "{}").orElseThrow();
  }

  private static void answerWithoutEnd(ServerSocket server, AtomicBoolean cut) {
    try (var socket = server.accept()) {
      socket.getInputStream().read(new byte[4_096]);
      var out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      while (true) out.write(new byte[1_024]);
    } catch (IOException closed) {
      cut.set(true);
    }
  }

  private static WebhookSender sender(HostLookup lookup, boolean allowAnywhere, Path authorities) {
    return new WebhookSender(
        VERTX,
        lookup,
        new Config(allowAnywhere, true, Optional.ofNullable(authorities), Duration.ofSeconds(20)));
  }

  /** Gives one answer after the other, and the last for ever. */
  private static final class Lookup extends HostLookup {
    private final List<InetAddress> answers;
    private final List<String> asked = new ArrayList<>();

    Lookup(InetAddress... answers) {
      this.answers = new ArrayList<>(Arrays.asList(answers));
    }

    @Override
    public InetAddress[] addresses(String host) {
      asked.add(host);
      return new InetAddress[] {answers.size() > 1 ? answers.removeFirst() : answers.getFirst()};
    }
  }

  private record Config(
      boolean allowAnywhere, boolean allowHttp, Optional<Path> authorities, Duration answerMax)
      implements WebhooksConfig {
    @Override
    public Optional<List<String>> allowNetworks() {
      return Optional.of(List.of("10.0.0.0/8", "127.0.0.0/8"));
    }

    @Override
    public Duration retryFirst() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Duration retryMax() {
      return Duration.ofMinutes(30);
    }

    @Override
    public Duration askedMax() {
      return Duration.ofHours(6);
    }

    @Override
    public Duration disableAfter() {
      return Duration.ofDays(5);
    }

    @Override
    public int atOnce() {
      return 8;
    }

    @Override
    public int each() {
      return 10;
    }

    @Override
    public Duration lookEvery() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration overlap() {
      return Duration.ofDays(1);
    }
  }

  /** Of records.test, signed by itself. */
  private static Path certificate() throws Exception {
    Path store = folder.resolve("receiver.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    int made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=receiver",
                "-ext",
                "san=dns:records.test",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(made).isZero();
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys().getCertificate("receiver").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return Files.writeString(folder.resolve("receiver.pem"), pem);
  }

  private static HttpsServer secure() throws Exception {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys(), PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    return server;
  }

  private static KeyStore keys() throws Exception {
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(folder.resolve("receiver.p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }
}
