package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** What a shard keeps: of each referral a {@link Mark}, and the tapes that these lead to. */
final class Stock {
  final Words words;
  final Forms forms;
  final ReferralTable table;
  final Tapes tapes;

  /** Those that may have ended, in the order in which they did. */
  final Queue ended;

  Stock(EventReader reader, long expected) {
    this(new Words(), reader, new ReferralTable(expected), new Tapes(), new Queue());
  }

  private Stock(Words words, EventReader reader, ReferralTable table, Tapes tapes, Queue ended) {
    this.words = words;
    this.forms = new Forms(words, reader);
    this.table = table;
    this.tapes = tapes;
    this.ended = ended;
  }

  void save(DataOutputStream out) throws IOException {
    words.save(out);
    forms.save(out);
    table.save(out);
    tapes.save(out);
    ended.save(out);
  }

  static Stock saved(DataInputStream in, EventReader reader) throws IOException {
    var words = Words.saved(in);
    List<byte[]> samples = Forms.samples(in);
    var stock = new Stock(words, reader, ReferralTable.saved(in), Tapes.saved(in), Queue.saved(in));
    stock.forms.learnAgain(samples);
    return stock;
  }

  /** In bytes. */
  long bytes() {
    return table.bytes() + tapes.bytes() + ended.bytes() + words.bytes();
  }
}
