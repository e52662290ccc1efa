package baton.platform.http;

import baton.journal.seal.KeyGone;
import baton.platform.Problems;
import baton.platform.wiring.JournalLife;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;

/**
 * A command would open or seal personal data of a referral whose key was disposed of, or is lost.
 */
@Provider
public class KeyGoneMapper extends ExceptionMapperBase<KeyGone> {
  /** Not before it is needed: a mapper is made before the service starts. */
  private final Instance<JournalLife> life;

  public KeyGoneMapper(Instance<JournalLife> life) {
    this.life = life;
  }

  @Override
  protected HttpProblem toProblem(KeyGone e) {
    String why =
        life.get().keyring().isPresent()
            ? "is lost, since the keyring is lost or older than what this service stores: until an"
                + " operator puts a newer one back"
            : "has been disposed of (R41):";
    return Problems.of(
        409,
        "referral-unreadable",
        "Refused as things stand",
        "the key of this referral "
            + why
            + " its personal data can be neither read nor added to; what takes no free text can"
            + " still be done");
  }
}
