package baton.bench.sweep;

import baton.contract.escalation.FindingKind;
import baton.custody.Custody;
import baton.custody.Findings;
import baton.journal.envelope.JournalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What a candidate came to, so that those that are compared did the same work.
 *
 * @param findings by kind, at the end of the log
 * @param checksum over who has each referral and since when, in any order
 */
record LedgerSum(long referrals, long open, Map<FindingKind, Long> findings, String checksum) {

  static LedgerSum of(Stream<Custody> states, Instant at) {
    var findings = new EnumMap<FindingKind, Long>(FindingKind.class);
    long[] counts = new long[3];
    states.forEach(
        custody -> {
          counts[0]++;
          if (custody.open()) counts[1]++;
          counts[2] += line(custody);
          for (var finding : Findings.of(custody, at))
            findings.merge(finding.kind(), 1L, Long::sum);
        });
    return new LedgerSum(counts[0], counts[1], findings, Long.toHexString(counts[2]));
  }

  /** Everything that the fold says of a referral. */
  private static long line(Custody custody) {
    try {
      var crc = new CRC32C();
      crc.update(JournalJson.mapper().writeValueAsBytes(custody));
      return crc.getValue();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
