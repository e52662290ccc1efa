package baton.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoldQueueTest {
  private final HoldQueue hold = new HoldQueue();

  @Test
  void the_first_of_a_stream_goes_at_once() {
    assertThat(hold.offer(place(5, null, "a", 0))).hasSize(1);
    assertThat(hold.first()).isEmpty();
  }

  @Test
  void one_whose_predecessor_comes_later_waits_for_it() {
    Place late = place(5, at(9), "a", 1);
    Place first = place(9, null, "a", 0);

    assertThat(hold.offer(late)).isEmpty();
    assertThat(hold.first()).contains(at(5));
    assertThat(hold.offer(place(7, null, "b", 0))).hasSize(1);
    assertThat(hold.offer(first)).containsExactly(first, late);
    assertThat(hold.first()).isEmpty();
  }

  @Test
  void one_whose_predecessor_is_held_waits_although_it_stands_behind_it() {
    Place second = place(5, at(9), "a", 1);
    Place third = place(6, at(5), "a", 2);
    Place first = place(9, null, "a", 0);
    hold.offer(second);

    assertThat(hold.offer(third)).isEmpty();
    assertThat(hold.size()).isEqualTo(2);
    assertThat(hold.offer(first)).containsExactly(first, second, third);
  }

  @Test
  void one_whose_predecessor_was_published_before_goes_at_once() {
    assertThat(hold.offer(place(12, at(3), "a", 7))).hasSize(1);
  }

  @Test
  void any_order_of_positions_gives_streams_in_their_order() {
    for (long seed = 0; seed < 200; seed++) {
      List<Place> places = shuffled(new Random(seed));
      HoldQueue queue = new HoldQueue();
      List<Place> published = new ArrayList<>();
      for (Place next : places) published.addAll(queue.offer(next));

      assertThat(published).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(places);
      assertThat(queue.size()).isZero();
      Map<String, Long> last = new HashMap<>();
      for (Place place : published) {
        Long before = last.put(place.stream(), place.sequence());
        assertThat(place.sequence())
            .as("seed %d, %s", seed, place)
            .isEqualTo(before == null ? 0 : before + 1);
      }
    }
  }

  /** Streams whose events stand at random positions. */
  private static List<Place> shuffled(Random random) {
    int events = 2 + random.nextInt(60);
    List<Integer> positions =
        new ArrayList<>(random.ints(0, 10_000).distinct().limit(events).boxed().toList());
    Map<String, Place> lastOf = new HashMap<>();
    List<Place> places = new ArrayList<>();
    for (int position : positions) {
      String stream = "s" + random.nextInt(5);
      Place before = lastOf.get(stream);
      Place place =
          before == null
              ? place(position, null, stream, 0)
              : place(position, before.position(), stream, before.sequence() + 1);
      lastOf.put(stream, place);
      places.add(place);
    }
    places.sort(Comparator.comparing(Place::position));
    return places;
  }

  private static Place place(long transaction, Position predecessor, String stream, long sequence) {
    return new Place(at(transaction), predecessor, stream, sequence);
  }

  private static Position at(long transaction) {
    return new Position(transaction, 1);
  }
}
