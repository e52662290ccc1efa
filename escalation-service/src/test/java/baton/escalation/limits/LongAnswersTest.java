package baton.escalation.limits;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.platform.BatonConfig;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks for megabytes and does not take them, over real connections. */
@QuarkusTest
@Stepped
class LongAnswersTest {
  private static final String SLOW = "hmicfrs";

  @TestHTTPResource("/")
  URI server;

  @Inject BatonConfig config;

  private final List<Unread> readers = new ArrayList<>();
  private Live live;

  @BeforeEach
  void begin() {
    live = new Live();
  }

  @AfterEach
  void end() throws IOException {
    for (Unread reader : readers) reader.close();
    live.close();
  }

  @Test
  void who_takes_nothing_takes_the_places_of_its_own_organisation_and_nobody_elses()
      throws IOException {
    String path = LongStory.told(live);
    for (int i = 0; i < config.http().streamsEach(); i++) {
      readers.add(new Unread(server, path, SLOW));
      assertThat(readers.getLast().status()).isEqualTo("HTTP/1.1 200");
    }
    Live.as("auditor", SLOW)
        .get(path)
        .then()
        .statusCode(429)
        .header("Retry-After", "10")
        .body("type", endsWith("/too-many-exports"));
    assertThat(Live.auditor().get(path).statusCode()).as("of another organisation").isEqualTo(200);
    Live.get("/custody/summary");

    for (Unread reader : readers) reader.close();
    await("their places are free")
        .until(() -> Live.as("auditor", SLOW).get(path).statusCode() == 200);
  }
}
