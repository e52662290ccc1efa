package baton.platform.referral;

import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A referral without what could tell who the source is: that never leaves the NCA. Of the part
 * {@code intelligence} only the three gradings and the conditions are given on; {@code
 * sourceDetail}, and whatever else a sender may write there, is not. Source: CARD-2, "sanitise
 * source-identifying detail before sharing"; domain section 4.2.
 */
public final class Sanitised {
  private static final String INTELLIGENCE = "intelligence";

  private static final Set<String> GIVEN_ON =
      Set.of("source", "information", "handling", "conditions");

  private Sanitised() {}

  public static ReferralDetails of(ReferralDetails details) {
    Object intelligence = details.fields().get(INTELLIGENCE);
    if (intelligence == null) return details;
    var fields = new LinkedHashMap<>(details.fields());
    // What is there in another form than it should have cannot be told apart.
    if (intelligence instanceof Map<?, ?> known) fields.put(INTELLIGENCE, givenOn(known));
    else fields.remove(INTELLIGENCE);
    return new ReferralDetails(fields);
  }

  public static SealedPackage of(SealedPackage content) {
    return content.referral() == null
        ? content
        : new SealedPackage(of(content.referral()), content.note());
  }

  private static Map<String, Object> givenOn(Map<?, ?> intelligence) {
    var given = new LinkedHashMap<String, Object>();
    intelligence.forEach(
        (name, value) -> {
          if (GIVEN_ON.contains(name)) given.put((String) name, value);
        });
    return given;
  }
}
