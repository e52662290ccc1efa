package baton.allocation.casework;

import baton.allocation.handling.HandlingResource;
import baton.platform.commands.CommandLine;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The commands that may come as lines: each is its own path, with the same body and rules. */
@ApplicationScoped
public class CommandWords {
  private final Map<String, Function<CommandLine, ObjectNode>> words = new TreeMap<>();

  public CommandWords(
      DisseminationResource disseminations,
      DisseminationAnswers answers,
      OutsideResource outside,
      AllocationResource allocations,
      CaseworkResource casework,
      OversightResource oversight,
      HandlingResource handling) {
    words.put(
        "disseminate",
        c ->
            c.answer(
                disseminations.disseminate(
                    c.referral(), c.key(), c.body(HandOffRequests.Dissemination.class), c.uri())));
    words.put(
        "withdraw-dissemination",
        c ->
            c.answer(
                disseminations.withdraw(
                    c.referral(), c.number(), c.body(HandOffRequests.Withdrawal.class))));
    words.put(
        "accept-dissemination",
        c ->
            c.answer(
                answers.accept(
                    c.referral(), c.number(), c.body(HandOffRequests.Acceptance.class))));
    words.put(
        "decline-dissemination",
        c ->
            c.answer(
                answers.decline(
                    c.referral(), c.number(), c.body(HandOffRequests.ForceDecline.class))));
    words.put(
        "record-acceptance",
        c ->
            c.answer(
                outside.propose(
                    c.referral(), c.number(), c.body(HandOffRequests.RecordedAcceptance.class))));
    words.put(
        "confirm-recorded-acceptance", c -> c.answer(outside.confirm(c.referral(), c.number())));
    words.put(
        "allocate",
        c ->
            c.answer(
                allocations.allocate(
                    c.referral(), c.key(), c.body(Requests.Allocation.class), c.uri())));
    words.put(
        "withdraw-allocation",
        c ->
            c.answer(
                allocations.withdraw(
                    c.referral(), c.number(), c.body(HandOffRequests.Withdrawal.class))));
    words.put("accept-allocation", c -> c.answer(allocations.accept(c.referral(), c.number())));
    words.put(
        "decline-allocation",
        c ->
            c.answer(
                allocations.decline(
                    c.referral(), c.number(), c.body(Requests.OfficerDecline.class))));
    words.put(
        "record-action", c -> c.answer(casework.act(c.referral(), c.body(Requests.Action.class))));
    words.put(
        "propose-outcome",
        c -> c.answer(casework.propose(c.referral(), c.body(Requests.OutcomeProposal.class))));
    words.put("confirm-outcome", c -> c.answer(casework.confirm(c.referral())));
    words.put(
        "review",
        c -> c.answer(oversight.review(c.referral(), c.body(OversightRequests.Review.class))));
    words.put(
        "record-local-reference",
        c ->
            c.answer(
                oversight.reference(c.referral(), c.body(OversightRequests.LocalReference.class))));
    words.put(
        "secure-content",
        c ->
            c.answer(
                oversight.content(c.referral(), c.body(OversightRequests.SecuredContent.class))));
    words.put(
        "acknowledge-handling",
        c -> c.answer(handling.acknowledge(c.referral(), c.body(HandlingResource.Wanted.class))));
    words.put(
        "reopen",
        c -> c.answer(oversight.reopen(c.referral(), c.body(OversightRequests.Reopening.class))));
  }

  Optional<Function<CommandLine, ObjectNode>> find(String word) {
    return Optional.ofNullable(words.get(word));
  }

  /** The names of all, in order. */
  Set<String> all() {
    return Collections.unmodifiableSet(words.keySet());
  }
}
