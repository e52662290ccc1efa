package baton.allocation.webhooks;

import baton.allocation.webhooks.model.Scheme;
import baton.contract.EventId;
import baton.contract.Sealed;
import baton.journal.seal.DataKey;
import baton.journal.seal.KeyGone;
import baton.journal.seal.Keyring;
import baton.journal.seal.Sealer;
import baton.journal.store.Transactions;
import baton.platform.delivery.WebhookSignature;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What webhooks are signed with. A secret is made here, told once to who asked for it, and kept in
 * a box under a key of the keyring; of an asymmetric one only the public half is told.
 */
@ApplicationScoped
class WebhookSecrets {
  private static final String ED25519 = "Ed25519";

  private final Keyring keyring;
  private final Sealer sealer;
  private final Transactions transactions;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(Keyring keyring, Sealer sealer, Transactions transactions) {
    this.keyring = keyring;
    this.sealer = sealer;
    this.transactions = transactions;
  }

  /**
   * What is told of a new one.
   *
   * @param secret {@code whsec_} and base64, or null for an asymmetric one
   * @param publicKey {@code whpk_} and base64, or null for a symmetric one
   */
  record Made(int number, String secret, String publicKey) {}

  /**
   * One that signs.
   *
   * @param until null while it is the newest
   */
  record Known(int number, String publicKey, Instant until, Sealed<String> box) {}

  /** The newest from now on. */
  Made make(UUID webhook, Scheme scheme, Connection tx) {
    int number = known(webhook, tx).stream().mapToInt(Known::number).max().orElse(0) + 1;
    return switch (scheme) {
      case V1 -> {
        byte[] key = new byte[WebhookSignature.SECRET_BYTES];
        random.nextBytes(key);
        String secret = WebhookSignature.secret(key);
        keep(webhook, number, secret, null, tx);
        yield new Made(number, secret, null);
      }
      case V1A -> {
        KeyPair pair = pair();
        String publicKey = WebhookSignature.text(pair.getPublic());
        String kept = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        keep(webhook, number, kept, publicKey, tx);
        yield new Made(number, null, publicKey);
      }
    };
  }

  /**
   * The newest signs until then, beside the one that comes; those before it no more. Two at most
   * sign.
   */
  void retire(UUID webhook, Instant until, Connection tx) {
    for (Known each : known(webhook, tx)) if (each.until() != null) forget(webhook, each, tx);
    sql(tx)
        .update(
            "update webhook_secret set until = ? where webhook = ?::uuid and until is null",
            until,
            webhook);
  }

  /** The newest first. */
  List<Known> known(UUID webhook, Connection tx) {
    return sql(tx)
        .list(
            "select * from webhook_secret where webhook = ?::uuid order by number desc",
            row ->
                new Known(
                    row.getInt("number"),
                    row.getString("public_key"),
                    Sql.instant(row, "until"),
                    new Sealed<>(row.getString("key"), row.getString("box"), null)),
            webhook);
  }

  void forgetAll(UUID webhook, Connection tx) {
    for (Known each : known(webhook, tx)) forget(webhook, each, tx);
  }

  /** Those that sign now; none once the webhook is gone. */
  List<Known> live(UUID webhook, Instant now, Connection tx) {
    return known(webhook, tx).stream()
        .filter(each -> each.until() == null || each.until().isAfter(now))
        .toList();
  }

  /**
   * The header {@code webhook-signature}: by each of the secrets, parted by blanks.
   *
   * @param at system time
   * @return empty where the keys of all of them are gone
   */
  Optional<String> sign(
      WebhookRow webhook, List<Known> secrets, String id, Instant at, String body) {
    String all =
        secrets.stream()
            .flatMap(each -> sign(webhook, each, id, at.getEpochSecond(), body).stream())
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private Optional<String> sign(WebhookRow webhook, Known secret, String id, long at, String body) {
    String open;
    try {
      open = sealer.open(secret.box(), new EventId(webhook.id()), String.class);
    } catch (KeyGone gone) {
      return Optional.empty();
    }
    return Optional.of(
        switch (webhook.scheme()) {
          case V1 -> WebhookSignature.of(open, id, at, body);
          case V1A -> WebhookSignature.of(privateKey(open), id, at, body);
        });
  }

  private void keep(UUID webhook, int number, String open, String publicKey, Connection tx) {
    DataKey key = keyring.fresh();
    Sealed<String> box = sealer.seal(open, new EventId(webhook), key);
    sql(tx)
        .update(
            "insert into webhook_secret (webhook, number, key, box, public_key)"
                + " values (?::uuid, ?, ?, ?, ?)",
            webhook,
            number,
            box.key(),
            box.box(),
            publicKey);
  }

  /**
   * The key as well: then no backup of the table tells it. Keys are kept elsewhere, so this comes
   * once it is certain that nothing is signed by it any more.
   */
  private void forget(UUID webhook, Known secret, Connection tx) {
    sql(tx)
        .update(
            "delete from webhook_secret where webhook = ?::uuid and number = ?",
            webhook,
            secret.number());
    transactions.afterCommit(() -> keyring.delete(secret.box().key()));
  }

  private KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ED25519, e);
    }
  }

  private static PrivateKey privateKey(String base64) {
    try {
      return KeyFactory.getInstance(ED25519)
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a webhook's key is none", e);
    }
  }

  private static Sql sql(Connection tx) {
    return Sql.on(tx, "the secrets of webhooks");
  }
}
