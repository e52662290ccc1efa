package baton.escalation.notices;

import baton.escalation.notices.model.MailText;
import baton.escalation.notices.model.Notice;
import baton.journal.envelope.JournalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;

/** Plain text to one address. Its id is in the header {@value #ID}, the same for every attempt. */
@ApplicationScoped
class MailChannel implements Channel {
  static final String ID = "Baton-Notice";

  private final NoticesConfig config;
  private final Mailer mailer;

  MailChannel(NoticesConfig config, Mailer mailer) {
    this.config = config;
    this.mailer = mailer;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public void send(String address, String id, String body) throws Undelivered {
    NoticesConfig.Mail to = config.mail().get(address);
    if (to == null) throw new Undelivered("no mail address is configured under this name any more");
    Notice notice = notice(body);
    try {
      mailer.send(
          Mail.withText(to.to(), MailText.subject(notice), MailText.text(notice))
              .addHeader(ID, id));
    } catch (RuntimeException e) {
      throw new Undelivered("the mail server did not take it: " + e.getClass().getSimpleName(), e);
    }
  }

  private static Notice notice(String body) {
    try {
      return JournalJson.mapper()
          .treeToValue(JournalJson.mapper().readTree(body).path("data"), Notice.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a notice in the outbox is not readable", e);
    }
  }
}
