package baton.allocation.feed;

import static baton.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/subscribing.md, as they stand there: run, killed and run again. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class DocumentedConsumersTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "subscribing.md");
  private static final int LINES_MAX = 20;

  @Inject AllocationWorld world;
  @TestHTTPResource URI service;
  @TempDir Path folder;

  @Test
  void the_one_in_java_reads_each_entry_once() throws Exception {
    Files.writeString(folder.resolve("Follow.java"), program("java"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    readsEachOnce("52", List.of(java, "Follow.java"));
  }

  @Test
  void the_one_in_python_reads_each_entry_once() throws Exception {
    if (!pythonIsThere()) abort("python3 is not installed here: its program is not run");
    Files.writeString(folder.resolve("follow.py"), program("python"));
    readsEachOnce("53", List.of("python3", "follow.py"));
  }

  private void readsEachOnce(String force, List<String> command) throws Exception {
    var feed = new FeedOf(force);
    tell(feed);
    tell(feed);
    runUntil(feed.last(), force, command);
    tell(feed);
    runUntil(feed.last(), force, command);
    assertThat(places())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, feed.last()).boxed().toList());
  }

  private void tell(FeedOf feed) {
    ReferralId id = world.received();
    world.disseminated(id, OrganisationCode.of(feed.force()));
    feed.told(id, "disseminated");
  }

  /** Killed as soon as it has kept the place. */
  private void runUntil(long place, String force, List<String> command) throws Exception {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    String url = service.toString().replaceFirst("/$", "");
    builder.environment().put("BATON_URL", url);
    builder.environment().put("BATON_TOKEN", Tokens.of("force-system", force, null));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
    Process process = builder.start();
    try {
      await()
          .atMost(60, SECONDS)
          .until(
              () -> {
                assertThat(process.isAlive()).as(Files.readString(output())).isTrue();
                Path kept = folder.resolve("place.txt");
                return Files.exists(kept) && Files.readString(kept).equals(Long.toString(place));
              });
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private List<Long> places() throws IOException {
    return Files.readAllLines(output()).stream()
        .map(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
        .toList();
  }

  private Path output() {
    return folder.resolve("output.txt");
  }

  private static boolean pythonIsThere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException notFound) {
      return false;
    }
  }

  private static String program(String language) {
    try {
      Matcher block =
          Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
              .matcher(Files.readString(DOCUMENT));
      assertThat(block.find()).as(language).isTrue();
      String program = block.group(1);
      assertThat(program.lines().filter(line -> !line.isBlank()))
          .hasSizeLessThanOrEqualTo(LINES_MAX);
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
