package baton.platform.http;

import baton.journal.seal.KeyGone;
import baton.platform.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** A command would open or seal personal data of a referral whose key was disposed of. */
@Provider
public class KeyGoneMapper extends ExceptionMapperBase<KeyGone> {

  @Override
  protected HttpProblem toProblem(KeyGone e) {
    return Problems.of(
        409,
        "referral-unreadable",
        "Refused as things stand",
        "the key of this referral has been disposed of (R41): its personal data can be neither read"
            + " nor added to; what takes no free text can still be done");
  }
}
