package baton.escalation.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.proof.model.LeafWalk.Difference;
import baton.escalation.proof.model.LeafWalk.Leaf;
import baton.proof.TreeHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records stand at even offsets; an odd one repeats an earlier one. */
class LeafWalkTest {
  private static final int LEAVES = 10;

  private final List<Leaf> leaves = new ArrayList<>();
  private final List<byte[]> log = new ArrayList<>();

  LeafWalkTest() {
    for (int i = 0; i < LEAVES; i++) {
      byte[] value = ("event " + i).getBytes();
      leaves.add(new Leaf(i, 2L * i, TreeHash.leaf(value)));
      log.add(value);
      log.add("event 0".getBytes());
    }
  }

  @Test
  void a_log_that_is_what_it_was_has_no_difference() {
    assertThat(walk()).isEmpty();
  }

  @Test
  void a_flipped_byte_is_named() {
    for (int i = 0; i < LEAVES; i++) {
      byte[] was = log.set(2 * i, "event x".getBytes());
      assertFound(Difference.Kind.CHANGED, i);
      log.set(2 * i, was);
    }
  }

  @Test
  void a_dropped_record_is_named() {
    for (int i = 0; i < LEAVES; i++) {
      byte[] was = log.set(2 * i, null);
      assertFound(Difference.Kind.MISSING, i);
      log.set(2 * i, was);
    }
  }

  @Test
  void an_added_record_is_named() {
    log.set(7, "something".getBytes());

    assertThat(walk()).contains(new Difference(Difference.Kind.ADDED, null, 7));
    log.set(7, "event 0".getBytes());
    log.add("behind the last".getBytes());
    assertThat(walk()).contains(new Difference(Difference.Kind.ADDED, null, 20));
  }

  @Test
  void swapped_records_are_named() {
    byte[] one = log.get(6);
    log.set(6, log.get(12));
    log.set(12, one);

    assertFound(Difference.Kind.CHANGED, 3);
  }

  @Test
  void a_truncated_log_names_the_first_that_is_missing() {
    for (int length = 0; length < 2 * LEAVES - 1; length++)
      assertThat(new LeafWalkTest().cut(length).walk().map(found -> found.leaf().index()))
          .contains((length + 1) / 2L);
  }

  private LeafWalkTest cut(int length) {
    log.subList(length, log.size()).clear();
    return this;
  }

  private void assertFound(Difference.Kind kind, int index) {
    assertThat(walk()).contains(new Difference(kind, leaves.get(index), 2L * index));
  }

  private Optional<Difference> walk() {
    var walk = new LeafWalk(leaves.iterator(), value -> new String(value).equals("event 0"));
    for (int offset = 0; offset < log.size(); offset++) {
      if (log.get(offset) == null) continue;
      Optional<Difference> found = walk.record(offset, log.get(offset));
      if (found.isPresent()) return found;
    }
    return walk.end();
  }
}
