package baton.intake.receipt;

import baton.contract.ReferralId;
import baton.intake.receipt.model.Submission;
import baton.intake.receipt.model.Submission.Reading;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * A referral that was read and can be taken.
 *
 * @param canonical its content in one form, to tell a repeat from an amendment
 */
public record Incoming(Submission submission, byte[] canonical) {

  /**
   * @throws JsonProcessingException if the bytes are not one JSON object
   * @throws UnacceptableReferral if they are, but no referral that can be taken
   */
  public static Incoming read(byte[] json, Instant now) throws JsonProcessingException {
    return of(ReferralJson.read(json), now);
  }

  static Incoming of(Map<String, Object> fields, Instant now) throws JsonProcessingException {
    return switch (Submission.read(fields, now)) {
      case Reading.Rejected rejected -> throw new UnacceptableReferral(rejected.violations());
      case Reading.Taken taken -> new Incoming(taken.submission(), ReferralJson.canonical(fields));
    };
  }

  /** SHA-256, hex; under the referral's id, so that equal content of two referrals differs. */
  public String contentHash(ReferralId referral) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(referral.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(canonical));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
