package baton.allocation.feed;

import baton.allocation.casework.OneCommand;
import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.commands.CommandForm;
import baton.platform.commands.ForceCommands;
import baton.platform.commands.Naming;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** What this service takes from the forces' commands topics: of cases, and of the feed itself. */
@ApplicationScoped
public class AllocationCommands implements ForceCommands {
  /** A force's system says up to where it has the feed: nobody is named, and no referral. */
  private static final String RECEIVE = "receive-disseminations";

  /** It asks for what is still open; likewise. */
  private static final String CATCH_UP = "catch-up";

  private final OneCommand commands;
  private final FeedCommandsResource feed;
  private final Transactions transactions;
  private final ObjectMapper json;
  private final Map<String, Naming> words = new HashMap<>();

  public AllocationCommands(
      OneCommand commands,
      FeedCommandsResource feed,
      Transactions transactions,
      ObjectMapper json) {
    this.commands = commands;
    this.feed = feed;
    this.transactions = transactions;
    this.json = json;
    for (String word : commands.all()) words.put(word, Naming.CASE);
    words.put(RECEIVE, Naming.NOTHING);
    words.put(CATCH_UP, Naming.NOTHING);
  }

  @Override
  public Map<String, Naming> words() {
    return words;
  }

  /** An answer to a receipt of answers would be an entry to be receipted, and so on for ever. */
  @Override
  public boolean passesOver(OrganisationCode force, CommandForm form) {
    if (!form.word().equals(RECEIVE)) return false;
    Long upTo = body(form, FeedCommandsResource.ReceiptBody.class).upTo();
    if (upTo == null) return false;
    long last = FeedCursors.on(transactions.connection()).position(FeedCursors.RECEIPT, force);
    return FeedTable.on(transactions.connection()).isAnswersOnly(force, last, upTo);
  }

  @Override
  public ObjectNode execute(CommandForm form) {
    return switch (form.word()) {
      case RECEIVE ->
          json.valueToTree(feed.receive(null, body(form, FeedCommandsResource.ReceiptBody.class)));
      case CATCH_UP ->
          json.valueToTree(feed.catchUp(null, body(form, FeedCommandsResource.CatchUpBody.class)));
      default -> commands.execute(form.content(), null, null);
    };
  }

  private <T> T body(CommandForm form, Class<T> type) {
    try {
      return json.convertValue(form.content(), type);
    } catch (IllegalArgumentException wrongForm) {
      throw Problems.of(
          422,
          "wrong-form",
          "The request cannot be taken as it is",
          "a field of data has the wrong form for its command");
    }
  }
}
