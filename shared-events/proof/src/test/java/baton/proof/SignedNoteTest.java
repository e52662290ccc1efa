package baton.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  /** The example of Go's package sumdb/note, whose format C2SP took over. */
  private static final String SIGNER = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String VERIFIER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String NOTE =
      TEXT
          + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  private final NoteSigner peter = signer(SIGNER);

  @Test
  void the_published_example_is_signed_byte_for_byte() {
    assertThat(peter.sign("PeterNeumann", TEXT)).hasToString(NOTE);
    assertThat(peter.verifierKey("PeterNeumann", VerifierKey.Kind.NOTE)).hasToString(VERIFIER);
  }

  @Test
  void the_published_example_is_verified() {
    SignedNote note = SignedNote.parse(NOTE);

    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.signedBy(VerifierKey.parse(VERIFIER))).isTrue();
    assertThat(note).hasToString(NOTE);
  }

  @Test
  void a_changed_text_another_name_or_another_key_is_not_verified() {
    VerifierKey key = VerifierKey.parse(VERIFIER);
    NoteSigner other = signer(Base64.getEncoder().encodeToString(new byte[33]));

    assertThat(SignedNote.parse(NOTE.replace("problem", "Problem")).signedBy(key)).isFalse();
    assertThat(SignedNote.parse(NOTE).signedBy(key.named("somebody"))).isFalse();
    assertThat(other.sign("PeterNeumann", TEXT).signedBy(key)).isFalse();
  }

  @Test
  void a_bad_signature_of_a_known_key_spoils_its_good_one() {
    NoteSignature good = SignedNote.parse(NOTE).signatures().getFirst();
    byte[] bytes = good.signature().clone();
    bytes[0] ^= 1;
    var bad = new NoteSignature(good.name(), good.keyId(), bytes);

    assertThat(SignedNote.parse(NOTE).with(bad).signedBy(VerifierKey.parse(VERIFIER))).isFalse();
  }

  @Test
  void a_witness_signs_the_text_and_when_it_saw_it() {
    VerifierKey witness = peter.verifierKey("witness.example/w1", VerifierKey.Kind.COSIGNATURE);
    SignedNote note = SignedNote.parse(NOTE);
    NoteSignature cosignature = peter.cosign("witness.example/w1", TEXT, 1_679_315_147);
    SignedNote cosigned = SignedNote.parse(note.with(cosignature).toString());

    assertThat(cosignature.seconds()).isEqualTo(1_679_315_147);
    assertThat(cosigned.signedBy(witness)).isTrue();
    assertThat(cosigned.signedBy(VerifierKey.parse(VERIFIER))).isTrue();
    assertThat(VerifierKey.parse(witness.toString())).isEqualTo(witness);
    assertThat(note.signedBy(witness)).isFalse();
    byte[] later = cosignature.signature().clone();
    later[7]++;
    assertThat(
            note.with(new NoteSignature(cosignature.name(), cosignature.keyId(), later))
                .signedBy(witness))
        .isFalse();
    byte[] message = ("cosignature/v1\ntime 1679315147\n" + TEXT).getBytes(StandardCharsets.UTF_8);
    byte[] signature = Arrays.copyOfRange(cosignature.signature(), 8, 72);
    assertThat(Ed25519.verifies(witness.key(), message, signature)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 na+me AAAAAAAA\n",
        "text\n\n\u2014 name AAAAAAB\n",
        "text\n\n\u2014 name AAAAAAAA",
        "te\u0000xt\n\n\u2014 name AAAAAAAA\n",
        "text\n\n\u2014 name AAAAAAAA more\n"
      })
  void what_is_no_note_is_refused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_part_of_a_verifier_key_counts() {
    for (int from = 0; from <= VERIFIER.length(); from++)
      for (int to = from; to <= VERIFIER.length(); to++) {
        if (from == 0 && to == VERIFIER.length()) continue;
        String part = VERIFIER.substring(from, to);
        assertThatThrownBy(() -> VerifierKey.parse(part))
            .isInstanceOf(IllegalArgumentException.class);
      }
  }

  @Test
  void a_checkpoint_has_one_spelling() {
    String text = "baton/abc/0\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    assertThat(Checkpoint.parse(text)).hasToString(text);
    assertThat(Checkpoint.parse(text + "an extension\n").size()).isEqualTo(20_852_163);
    for (String bad :
        new String[] {
          text.replace("2085", "02085"),
          text.replace("20852163", "-1"),
          text.replace("20852163", "9223372036854775808"),
          text.replace("20852163", "1".repeat(1_000)),
          text.replace("q2I=", "q2J="),
          text.replace("CsUY", ""),
          text.strip(),
          text + "\n",
          "\n" + text
        })
      assertThatThrownBy(() -> Checkpoint.parse(bad)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_file_of_checkpoints_is_read_one_by_one() {
    String one =
        peter.sign("baton/a/0", new Checkpoint("baton/a/0", 0, TreeHash.empty()).text()) + "";
    String two =
        peter.sign("baton/a/1", new Checkpoint("baton/a/1", 0, TreeHash.empty()).text()) + "";

    for (String file : new String[] {one + two, one + "\n" + two, "\n" + one + "\n\n" + two + "\n"})
      assertThat(Checkpoint.notes(file)).hasToString("[" + one + ", " + two + "]");
    assertThat(Checkpoint.notes("")).isEmpty();
  }

  @Test
  void a_key_is_kept_in_a_file(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("checkpoint.key");
    Files.writeString(file, NoteSigner.freshPem(new SecureRandom()));
    SignedNote note = NoteSigner.in(file).sign("baton", TEXT);

    assertThat(note.signedBy(NoteSigner.in(file).verifierKey("baton", VerifierKey.Kind.NOTE)))
        .isTrue();
    Files.writeString(file, "no key");
    assertThatThrownBy(() -> NoteSigner.in(file)).hasMessageContaining("not an Ed25519 key");
  }

  private static NoteSigner signer(String encoded) {
    byte[] bytes = Base64.getDecoder().decode(encoded);
    return NoteSigner.of(Arrays.copyOfRange(bytes, 1, 33));
  }
}
