package baton.local.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What recoveries kept that were broken off is found by the next one, and history after it. */
class ReplacedTopicTest {
  private static final String TOPIC = "baton.referrals";
  private static final Instant FIRST = Instant.parse("2026-11-28T10:00:00Z");

  @TempDir Path home;

  private ReplacedTopic replaced;

  @BeforeEach
  void nothing_kept() {
    replaced = new ReplacedTopic(home, TOPIC);
  }

  @Test
  void what_was_kept_of_a_topic_that_is_not_whole_yet_is_found_the_oldest_first()
      throws IOException {
    Path second = kept(FIRST.plusSeconds(60), TOPIC, true);
    Path first = kept(FIRST, TOPIC, true);
    kept(FIRST, "baton.register", true);
    assertThat(replaced.unfinished())
        .extracting(LogCopy::toString)
        .containsExactly(first.toString(), second.toString());
  }

  @Test
  void a_copy_that_was_broken_off_and_what_was_moved_aside_are_none() throws IOException {
    kept(FIRST, TOPIC, false);
    Files.createDirectories(ReplacedTopic.folder(home, FIRST).resolve("postgres"));
    assertThat(replaced.unfinished()).isEmpty();
  }

  @Test
  void what_was_kept_stays_when_the_topic_is_whole_and_is_read_no_more() throws IOException {
    Path kept = kept(FIRST, TOPIC, true);
    Path other = kept(FIRST, "baton.register", true);
    replaced.done();
    assertThat(replaced.unfinished()).isEmpty();
    assertThat(kept).isDirectory();
    assertThat(new ReplacedTopic(home, "baton.register").unfinished())
        .extracting(LogCopy::toString)
        .containsExactly(other.toString());
  }

  @Test
  void a_copy_has_the_partitions_that_it_has_files_of() throws IOException {
    Path kept = kept(FIRST, TOPIC, true);
    for (int partition : new int[] {0, 1, 2})
      Files.createFile(kept.resolve(TOPIC + "-" + partition + ".records.gz"));
    assertThat(replaced.unfinished().getFirst().partitions(TOPIC))
        .extracting(Object::toString)
        .containsExactly(TOPIC + "-0", TOPIC + "-1", TOPIC + "-2");
  }

  private Path kept(Instant when, String topic, boolean unfinished) throws IOException {
    Path folder = Files.createDirectories(ReplacedTopic.folder(home, when).resolve(topic));
    if (unfinished) Files.createFile(folder.resolve("unfinished"));
    return folder;
  }
}
