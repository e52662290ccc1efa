package baton.decision;

import static baton.decision.NumberedOffers.State.DECLINED;
import static baton.decision.NumberedOffers.State.OPEN;
import static baton.decision.NumberedOffers.State.REPLACED;
import static org.assertj.core.api.Assertions.assertThat;

import baton.decision.NumberedOffers.Offer;
import org.junit.jupiter.api.Test;

class NumberedOffersTest {
  private final NumberedOffers<String> twoOffers =
      NumberedOffers.<String>none().offered(1, "Ann").offered(2, "Ben");

  @Test
  void a_new_offer_replaces_the_open_one() {
    assertThat(twoOffers.all())
        .containsExactly(new Offer<>(1, "Ann", REPLACED), new Offer<>(2, "Ben", OPEN));
  }

  @Test
  void a_closed_offer_stays_as_it_was_closed() {
    var declined = twoOffers.closed(2, DECLINED).offered(3, "Ben");
    assertThat(declined.numbered(2)).contains(new Offer<>(2, "Ben", DECLINED));
    assertThat(declined.lastTo("Ben")).contains(new Offer<>(3, "Ben", OPEN));
  }

  @Test
  void numbers_count_from_one() {
    assertThat(NumberedOffers.none().nextNumber()).isEqualTo(1);
    assertThat(twoOffers.nextNumber()).isEqualTo(3);
  }
}
