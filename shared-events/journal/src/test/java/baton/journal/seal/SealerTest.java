package baton.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.EventId;
import baton.contract.FreeText;
import baton.contract.Sealed;
import baton.contract.intake.ReferralDetails;
import baton.journal.Samples;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealerTest {
  private final MemoryKeyring keyring = new MemoryKeyring();
  private final Sealer sealer = new Sealer(keyring);
  private final EventId event = EventId.of("01990000-0000-7000-8000-000000000001");
  private final EventId another = EventId.of("01990000-0000-7000-8000-000000000002");
  private final FreeText text = new FreeText("because", Samples.SECRET);

  @Test
  void what_was_sealed_is_read_back() {
    Sealed<FreeText> box = sealer.seal(text, event, keyring.fresh());
    assertThat(box.isOpen()).isFalse();
    assertThat(sealer.open(box, event, FreeText.class)).isEqualTo(text);
  }

  @Test
  void a_whole_referral_keeps_every_field() {
    var details =
        ReferralDetails.of(
            Map.of(
                "narrative", "x", "people", Map.of("unknown", 1), "ratio", new BigDecimal("1.10")));
    var box = sealer.seal(details, event, keyring.fresh());
    assertThat(sealer.open(box, event, ReferralDetails.class)).isEqualTo(details);
  }

  @Test
  void the_box_does_not_show_what_is_in_it_and_never_looks_the_same_twice() {
    DataKey key = keyring.fresh();
    Sealed<FreeText> box = sealer.seal(text, event, key);
    assertThat(new String(Base64.getDecoder().decode(box.box()))).doesNotContain("Zebediah");
    assertThat(sealer.seal(text, event, key)).isNotEqualTo(box);
  }

  @Test
  void a_box_moved_to_another_event_does_not_open() {
    Sealed<FreeText> box = sealer.seal(text, event, keyring.fresh());
    assertThatThrownBy(() -> sealer.open(box, another, FreeText.class))
        .isInstanceOf(Tampered.class);
  }

  @Test
  void another_key_does_not_open_it() {
    Sealed<FreeText> box = sealer.seal(text, event, keyring.fresh());
    var forged = new Sealed<FreeText>(keyring.fresh().id(), box.box(), null);
    assertThatThrownBy(() -> sealer.open(forged, event, FreeText.class))
        .isInstanceOf(Tampered.class);
  }

  @Test
  void what_opens_as_something_else_is_not_quoted() {
    Sealed<Map<String, Object>> box =
        sealer.seal(Map.of("reason", Map.of("text", Samples.SECRET)), event, keyring.fresh());
    var misread = new Sealed<FreeText>(box.key(), box.box(), null);
    assertThatThrownBy(() -> sealer.open(misread, event, FreeText.class))
        .isInstanceOf(Tampered.class)
        .hasMessageNotContaining(Samples.SECRET)
        .hasNoCause();
  }

  @Test
  void a_deleted_key_is_gone_for_good() {
    Sealed<FreeText> box = sealer.seal(text, event, keyring.fresh());
    Sealed<FreeText> other = sealer.seal(text, another, keyring.fresh());
    keyring.delete(box.key());
    assertThatThrownBy(() -> sealer.open(box, event, FreeText.class)).isInstanceOf(KeyGone.class);
    assertThat(sealer.open(other, another, FreeText.class)).isEqualTo(text);
  }
}
