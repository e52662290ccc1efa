package baton.escalation.sample.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotTest {
  private final List<ReferralId> all =
      IntStream.range(0, 1_000)
          .mapToObj(i -> new ReferralId(new UUID(0x7000, Long.MIN_VALUE | i)))
          .toList();

  @Test
  void the_same_seed_draws_the_same_in_whatever_order_they_come() {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(draw("a", 20, shuffled)).isEqualTo(draw("a", 20, all)).hasSize(20);
    assertThat(draw("a", 30, all)).startsWith(draw("a", 20, all).toArray(ReferralId[]::new));
    assertThat(draw("b", 20, all)).isNotEqualTo(draw("a", 20, all));
    assertThat(draw("a", 2_000, all)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void every_referral_is_drawn_about_as_often_as_another() {
    int drawn = 0;
    for (int seed = 0; seed < 200; seed++)
      drawn +=
          (int) draw("seed " + seed, 100, all).stream().filter(r -> r.equals(all.get(3))).count();

    // 200 draws of a tenth each: 20, give or take four standard deviations.
    assertThat(drawn).isBetween(3, 37);
  }

  private static List<ReferralId> draw(String seed, int size, List<ReferralId> from) {
    var lot = new Lot<ReferralId>(seed, size);
    from.forEach(each -> lot.add(each, each));
    assertThat(lot.offered()).isEqualTo(from.size());
    return lot.drawn();
  }
}
