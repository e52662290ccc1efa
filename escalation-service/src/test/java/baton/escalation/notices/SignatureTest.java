package baton.escalation.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignatureTest {
  /** The example of the specification. */
  @Test
  void it_is_what_standard_webhooks_says() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330L,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void what_is_no_secret_signs_nothing() {
    assertThatThrownBy(() -> Signature.key("whsec_")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Signature.key("not base64!"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
