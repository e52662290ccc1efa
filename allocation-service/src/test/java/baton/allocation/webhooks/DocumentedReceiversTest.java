package baton.allocation.webhooks;

import static baton.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.abort;

import baton.allocation.AllocationWorld;
import baton.allocation.feed.FeedOf;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The receivers of docs/subscribing.md, as they stand there: they verify, and refuse what is not.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
@TestProfile(Sending.class)
class DocumentedReceiversTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "subscribing.md");
  private static final int LINES_MAX = 28;
  private static final FeedOf FEED = new FeedOf("20");

  @Inject AllocationWorld world;
  @TempDir Path folder;

  @Test
  void the_one_in_javascript_verifies_both_schemes() throws Exception {
    requireThere("node");
    Files.writeString(folder.resolve("receive.mjs"), program("javascript"));
    receives("v1", List.of("node", "receive.mjs"));
    receives("v1a", List.of("node", "receive.mjs"));
  }

  @Test
  void the_one_in_python_verifies_a_shared_secret() throws Exception {
    requireThere("python3");
    Files.writeString(folder.resolve("receive.py"), program("python"));
    receives("v1", List.of("python3", "receive.py"));
  }

  /** One document is taken, and after the secret was changed none is. */
  private void receives(String scheme, List<String> command) throws Exception {
    int port = freePort();
    JsonPath made =
        system()
            .body(Map.of("url", "http://localhost:" + port + "/", "scheme", scheme))
            .post("/webhooks")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String id = made.getString("webhook.id");
    String key = made.getString(scheme.equals("v1") ? "secret" : "webhook.keys[0].publicKey");
    Path output = folder.resolve("output-" + id + ".txt");
    Process process = start(command, key, port, output);
    try {
      await()
          .atMost(120, SECONDS)
          .until(
              () -> {
                assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
                return listens(port);
              });
      system().post("/webhooks/" + id + "/test").then().body("delivered", equalTo(true));
      ReferralId referral = world.received();
      world.disseminated(referral, OrganisationCode.of(FEED.force()));
      await()
          .atMost(120, SECONDS)
          .until(() -> Files.readString(output).contains(referral.toString()));
      assertThat(Files.readString(output)).contains("baton.feed.disseminated.v1 " + referral);

      system().body(Map.of("overlap", "PT0S")).post("/webhooks/" + id + "/secret");
      system()
          .post("/webhooks/" + id + "/test")
          .then()
          .body("delivered", equalTo(false))
          .body("answer", containsString("401"));
    } finally {
      system().delete("/webhooks/" + id);
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(List<String> command, String key, int port, Path output)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("WEBHOOK_KEY", key);
    builder.environment().put("PORT", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return builder.start();
  }

  private static RequestSpecification system() {
    return AllocationWorld.as("force-system", FEED.force(), null);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getByName("localhost"), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void requireThere(String program) throws InterruptedException {
    try {
      if (new ProcessBuilder(program, "--version").start().waitFor() == 0) return;
    } catch (IOException notFound) {
      // said below
    }
    abort(program + " is not installed here: its receiver is not run");
  }

  /** The first block in that language that knows of webhooks. */
  private static String program(String language) throws IOException {
    String program =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map(block -> block.group(1))
            .filter(block -> block.contains("webhook-signature"))
            .findFirst()
            .orElseThrow();
    assertThat(program.lines().filter(line -> !line.isBlank())).hasSizeLessThan(LINES_MAX);
    return program;
  }
}
