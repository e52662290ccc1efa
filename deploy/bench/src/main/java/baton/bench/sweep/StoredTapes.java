package baton.bench.sweep;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.custody.LogFold;
import baton.policy.PolicyBook;
import baton.replay.model.Line;
import baton.replay.model.Shard;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Folds what {@link TapeProcessor} stored of a referral, once all is read. */
final class StoredTapes {
  private final Shard shard;
  private final PolicyBook policy;

  StoredTapes(Shard shard, PolicyBook policy) {
    this.shard = shard;
    this.policy = policy;
  }

  Custody fold(byte[] key, byte[] tape) {
    UUID id = UUID.fromString(new String(key, StandardCharsets.US_ASCII));
    var fold = new LogFold(policy);
    for (var in = ByteBuffer.wrap(tape); in.hasRemaining(); ) {
      var packed = new byte[Short.toUnsignedInt(in.getShort())];
      in.get(packed);
      fold.apply(
          shard.event(
              new Line(
                  Line.Kind.FOLDED,
                  id.getMostSignificantBits(),
                  id.getLeastSignificantBits(),
                  0,
                  packed,
                  null)));
    }
    return fold.states().get(new ReferralId(id));
  }
}
