package baton.allocation.casework;

import baton.allocation.caseload.Caseload;
import baton.allocation.casework.model.CaseCommand.Dossier;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
import baton.journal.seal.Sealer;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import baton.platform.referral.Sanitised;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Packages for forces: taken out of the sender's box, without what could tell who the source is, to
 * be sealed again with the new event.
 */
@ApplicationScoped
public class Dossiers {
  private final Sealer sealer;
  private final Transactions transactions;
  private final Caseload caseload;

  public Dossiers(Sealer sealer, Transactions transactions, Caseload caseload) {
    this.sealer = sealer;
    this.transactions = transactions;
    this.caseload = caseload;
  }

  /**
   * The newest version of the referral.
   *
   * @param note what the disseminating officer adds, or null
   * @throws baton.journal.seal.KeyGone if its key was disposed of: there is nothing left to give
   */
  public Sealed<SealedPackage> of(ReferralCopy copy, String note) {
    ReferralDetails referral = sealer.open(copy.sealed(), copy.sealedBy(), ReferralDetails.class);
    return Sealed.open(new SealedPackage(Sanitised.of(referral), note));
  }

  /**
   * What an organisation is given with an offer, as {@link #of}.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 while the receipt has not been read
   */
  Dossier of(ReferralId referral, String note) {
    ReferralCopy copy =
        transactions
            .inTransaction(() -> ReferralCopies.find(referral, transactions.connection()))
            .orElseThrow(
                () ->
                    Problems.notReadYet(
                        "the receipt of this referral has not been read here; if it was sent just"
                            + " now, ask again in a second"));
    return new Dossier(copy.reference(), copy.urgent(), of(copy, note));
  }

  /**
   * What another organisation is given in place of the one that was offered it: with the same note.
   *
   * @param offered to one of which it has to be offered
   * @return null where it is not: whoever asks is to learn nothing of it
   */
  Dossier again(ReferralId referral, int number, Set<OrganisationCode> offered) {
    return caseload.disseminations(referral, offered).stream()
        .filter(offer -> offer.number() == number)
        .findFirst()
        .map(offer -> of(referral, caseload.note(offer)))
        .orElse(null);
  }
}
