package baton.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  /** Before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  /** The example of the specification. */
  @Test
  void the_symmetric_one_is_what_standard_webhooks_says() {
    assertThat(
            WebhookSignature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330L,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void what_is_no_secret_signs_nothing() {
    assertThatThrownBy(() -> WebhookSignature.key("whsec_"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WebhookSignature.key("not base64!"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_asymmetric_one_verifies_with_the_public_key_as_it_is_told() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String told = WebhookSignature.text(pair.getPublic());
    String signature = WebhookSignature.of(pair.getPrivate(), "msg_1", 1614265330L, "{}");

    assertThat(told).startsWith("whpk_");
    assertThat(signature).startsWith("v1a,");
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(read(told.substring("whpk_".length())));
    verifier.update("msg_1.1614265330.{}".getBytes());
    assertThat(verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length()))))
        .isTrue();
  }

  private static PublicKey read(String base64) throws Exception {
    byte[] raw = Base64.getDecoder().decode(base64);
    byte[] encoded = new byte[X509.length + raw.length];
    System.arraycopy(X509, 0, encoded, 0, X509.length);
    System.arraycopy(raw, 0, encoded, X509.length, raw.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
