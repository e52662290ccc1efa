package baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proof.Fault.Kind;
import baton.proof.KnownLog.Export;
import baton.proof.ProofLine.End;
import baton.proof.ProofLine.Manifest;
import baton.proof.ProofLine.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the files hold, there is a verdict. */
class HostileFilesTest {
  private static final long LONG_LINE = 100L * 1024 * 1024;

  private final KnownLog log = KnownLog.of(40, 1);
  private final Trust trust = log.trusted();
  private final Export whole = log.whole();

  @Test
  void every_byte_of_either_file_counts() {
    var random = new Random(7);
    var honest = (Verdict.Holds) whole.verify(trust);
    byte[] export = whole.exportBytes();
    byte[] proof = whole.proofBytes();
    for (int i = 0; i < 3_000; i++) {
      boolean inExport = random.nextBoolean();
      byte[] spoilt = (inExport ? export : proof).clone();
      int place = random.nextInt(spoilt.length - 1);
      spoilt[place] ^= (byte) (1 << random.nextInt(8));
      Verdict verdict = Export.verify(trust, inExport ? spoilt : export, inExport ? proof : spoilt);

      // In the proof file, the name of a member that says nothing may be spoilt without harm: then
      // no less is proved.
      if (!inExport && verdict instanceof Verdict.Holds holds) assertThat(holds).isEqualTo(honest);
      else assertThat(verdict).isInstanceOf(Verdict.Fails.class);
    }
  }

  @Test
  void a_file_cut_anywhere_fails() {
    byte[] export = whole.exportBytes();
    byte[] proof = whole.proofBytes();
    for (int length = 0; length < proof.length - 1; length += 13)
      assertThat(Export.verify(trust, export, Arrays.copyOf(proof, length)))
          .isInstanceOf(Verdict.Fails.class);
    for (int length = 0; length < export.length - 1; length += 13)
      assertThat(Export.verify(trust, Arrays.copyOf(export, length), proof))
          .isInstanceOf(Verdict.Fails.class);
  }

  @Test
  void random_bytes_fail() {
    var random = new Random(8);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      assertThat(Export.verify(trust, whole.exportBytes(), bytes))
          .isInstanceOf(Verdict.Fails.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"format\":\"baton-proof/2\",\"slice\":{},\"round\":1,\"trees\":[],\"consistency\":[]}",
        "{\"format\":\"baton-proof/1\"}",
        "{\"format\":\"baton-proof/1\",\"slice\":{},\"round\":1,\"trees\":[3],\"consistency\":[]}",
        "{\"format\":\"baton-proof/1\",\"slice\":{},\"round\":1e3,\"trees\":[],\"consistency\":[]}",
        "{\"format\":\"baton-proof/1\",\"slice\":{},\"round\":9223372036854775808,\"trees\":[],\"consistency\":[]}",
        "{\"format\":\"baton-proof/1\",\"slice\":{},\"round\":1,\"trees\":[{\"topic\":\"t\",\"topicId\":\"i\",\"partition\":-1,\"checkpoint\":\"x\"}],\"consistency\":[]}",
        "{\"format\":\"baton-proof/1\",\"slice\":{},\"round\":1,\"trees\":[{\"topic\":\"t\",\"topicId\":\"i\",\"partition\":0,\"checkpoint\":\"x\"}],\"consistency\":[]}",
        "{\"format\":\"baton-proof/1\",\"format\":\"baton-proof/1\"}",
        "{\"end\":true}"
      })
  void a_first_line_that_is_none_fails(String first) {
    assertThat(fault(Export.verify(trust, new byte[0], (first + "\n{\"end\":true}\n").getBytes())))
        .isEqualTo(Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"index\":-1",
        "\"index\":9223372036854775807",
        "\"index\":9223372036854775808",
        "\"index\":1e400",
        "\"index\":\"0\"",
        "\"index\":null",
        "\"index\":12345",
        "\"index\":0,\"lines\":0",
        "\"index\":0,\"lines\":-3",
        "\"index\":0,\"lines\":2147483647"
      })
  void numbers_that_no_tree_has_fail(String index) {
    String proof = new String(whole.proofBytes(), StandardCharsets.UTF_8);
    String spoilt = proof.replaceFirst("\"index\":0", index);

    assertThat(Export.verify(trust, whole.exportBytes(), spoilt.getBytes()))
        .isInstanceOf(Verdict.Fails.class);
  }

  @Test
  void a_signed_tree_of_the_largest_size_takes_no_longer_than_any() {
    String origin = Checkpoint.origin(KnownLog.REGISTER, 0);
    var huge = new Checkpoint(origin, Long.MAX_VALUE, TreeHash.empty());
    var tree =
        new Tree(
            "baton.register",
            KnownLog.REGISTER,
            0,
            KnownLog.KEY.sign(origin, huge.text()).toString());
    byte[] line = "{}".getBytes();
    for (long index : new long[] {0, 1L << 62, Long.MAX_VALUE - 1})
      for (int length : new int[] {0, 62, 63, 64}) {
        var entry =
            new ProofLine.Entry(
                KnownLog.REGISTER,
                0,
                index,
                0,
                null,
                1,
                TreeHash.leaf(line),
                Collections.nCopies(length, TreeHash.empty()));
        var slice = new Slice(null, null, "2026-01-01T00:00:00Z", null);
        var export =
            new Export(
                List.of(line),
                List.of(new Manifest(slice, 1, List.of(tree), List.of()), entry, new End()));

        assertThat(fault(export.verify(KnownLog.trust()))).isEqualTo(Kind.PROOF_FALSE);
      }
    var none =
        new Export(
            List.of(), List.of(new Manifest(Slice.WHOLE, 1, List.of(tree), List.of()), new End()));
    assertThat(fault(none.verify(KnownLog.trust()))).isEqualTo(Kind.MISSING);
  }

  @Test
  void a_number_of_any_kind_in_a_member_that_is_not_known_says_nothing() {
    String proof = new String(whole.proofBytes(), StandardCharsets.UTF_8);
    for (String number : List.of("1.5", "-1e300", "9223372036854775808", "12345678901234567890123"))
      assertThat(
              Export.verify(
                  trust,
                  whole.exportBytes(),
                  proof
                      .replace("{\"topicId\"", "{\"later\":" + number + ",\"topicId\"")
                      .getBytes(StandardCharsets.UTF_8)))
          .as(number)
          .isInstanceOf(Verdict.Holds.class);
    for (String number : List.of("1.5", "9223372036854775808"))
      assertThat(
              Export.verify(
                  trust,
                  whole.exportBytes(),
                  proof
                      .replace("\"round\":1", "\"round\":" + number)
                      .getBytes(StandardCharsets.UTF_8)))
          .as("round " + number)
          .isInstanceOf(Verdict.Fails.class);
  }

  @Test
  void an_empty_tree_has_no_events() {
    String origin = Checkpoint.origin(KnownLog.REGISTER, 0);
    var empty = new Checkpoint(origin, 0, TreeHash.empty());
    var tree =
        new Tree(
            "baton.register",
            KnownLog.REGISTER,
            0,
            KnownLog.KEY.sign(origin, empty.text()).toString());
    var manifest = new Manifest(Slice.WHOLE, 1, List.of(tree), List.of());
    var entry =
        new ProofLine.Entry(
            KnownLog.REGISTER, 0, 0, 0, null, 1, TreeHash.leaf(new byte[0]), List.of());

    assertThat(new Export(List.of(), List.of(manifest, new End())).verify(KnownLog.trust()))
        .isInstanceOf(Verdict.Holds.class);
    assertThat(
            fault(
                new Export(List.of(new byte[0]), List.of(manifest, entry, new End()))
                    .verify(KnownLog.trust())))
        .isEqualTo(Kind.PROOF_FALSE);
  }

  @Test
  void a_line_of_a_hundred_megabytes_is_read_and_not_kept() throws IOException {
    byte[] proof = whole.proofBytes();

    assertThat(fault(verify(longLine(), new ByteArrayInputStream(proof)))).isEqualTo(Kind.CHANGED);
    assertThat(fault(verify(new ByteArrayInputStream(whole.exportBytes()), longLine())))
        .isEqualTo(Kind.MALFORMED);
    int first = new String(proof, StandardCharsets.UTF_8).indexOf('\n') + 1;
    var longSecond = new SequenceInputStream(new ByteArrayInputStream(proof, 0, first), longLine());
    assertThat(fault(verify(new ByteArrayInputStream(whole.exportBytes()), longSecond)))
        .isEqualTo(Kind.MALFORMED);
  }

  private Verdict verify(InputStream export, InputStream proof) throws IOException {
    return new Verifier(trust).verify(export, proof);
  }

  private static Kind fault(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Fails.class);
    return ((Verdict.Fails) verdict).fault().kind();
  }

  private static InputStream longLine() {
    return new InputStream() {
      private long left = LONG_LINE;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        if (left <= 0) return -1;
        int now = (int) Math.min(left, length);
        Arrays.fill(bytes, from, from + now, (byte) 'x');
        left -= now;
        return now;
      }
    };
  }
}
