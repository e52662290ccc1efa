package baton.contract.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A referral as its sender wrote it, every field of it, those that Baton does not understand
 * included (R32). It says who people are, so it is only ever sealed.
 */
public record ReferralDetails(@JsonValue Map<String, Object> fields) {
  public ReferralDetails {
    fields = new LinkedHashMap<>(fields);
  }

  @JsonCreator
  public static ReferralDetails of(Map<String, Object> fields) {
    return new ReferralDetails(fields);
  }

  @Override
  public String toString() {
    return "ReferralDetails[" + fields.size() + " fields]";
  }
}
