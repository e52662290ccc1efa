package baton.contract;

import baton.contract.feed.CommandNames;
import baton.contract.feed.FeedTypes;
import baton.contract.feed.WebhookTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The AsyncAPI 3 document of what forces' systems subscribe to, made from the code's vocabulary.
 */
final class AsyncApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTENT_TYPE = "application/cloudevents+json";
  private static final String COMMAND = "baton.command";

  private final ObjectNode document = JSON.createObjectNode();

  private AsyncApiDocument() {}

  static ObjectNode make() throws IOException {
    var made = new AsyncApiDocument();
    made.head();
    made.channels();
    made.components();
    return made.document;
  }

  private void head() {
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Baton: feeds of forces")
        .put("version", "1")
        .put(
            "description",
            "What concerns a force's referrals, as one ordered list of CloudEvents 1.0 documents,"
                + " by several ways out: see docs/subscribing.md. Within a version fields are only"
                + " added; a reader ignores what it does not know, types included.");
    document.put("defaultContentType", CONTENT_TYPE);
  }

  private void channels() {
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode pages = channel(channels, "feed", "/disseminations", FeedTypes.names());
    pages.put(
        "description",
        "GET, a page at a time, or with `Accept: text/event-stream` as it happens, resuming behind"
            + " `Last-Event-ID`.");
    operation(operations, "tellByHttp", "send", "feed", "Gives the feed to who asks for it.");
    topics(channels, operations);
    var sent = new ArrayList<>(FeedTypes.names());
    sent.add(WebhookTest.TYPE);
    ObjectNode webhook = channel(channels, "webhook", "{url}", sent);
    webhook
        .putObject("parameters")
        .putObject("url")
        .put("description", "an address of the force's own, registered by POST /webhooks");
    webhook.put(
        "description",
        "POST, signed as Standard Webhooks 1.0.0 has it: `webhook-id` (the document's id),"
            + " `webhook-timestamp`, `webhook-signature`. Only 200 to 299 is a receipt.");
    operation(operations, "tellByWebhook", "send", "webhook", "Posts the feed in its order.");
  }

  private static void topics(ObjectNode channels, ObjectNode operations) {
    ObjectNode topic =
        channel(channels, "topic", "baton.disseminations.{force}", FeedTypes.names());
    force(topic);
    topic.put(
        "description",
        "A Kafka topic of the force's own, made by `baton force add`; the key is the referral."
            + " Records may come again, with the same id.");
    operation(operations, "tellByTopic", "send", "topic", "Sends the feed in its order.");
    ObjectNode commands = channel(channels, "commands", "baton.commands.{force}", List.of(COMMAND));
    force(commands);
    commands.put(
        "description",
        "A Kafka topic of the force's own. Every record is answered on the feed by"
            + " baton.feed.command-answered.v1, but for a receipt of nothing but answers; use the"
            + " referral as the key.");
    operation(
        operations, "takeCommand", "receive", "commands", "Takes what the force's people do.");
  }

  private static void force(ObjectNode channel) {
    channel.putObject("parameters").putObject("force").put("description", "its code, such as 46");
  }

  private static ObjectNode channel(
      ObjectNode channels, String name, String address, Iterable<String> types) {
    ObjectNode channel = channels.putObject(name).put("address", address);
    ObjectNode messages = channel.putObject("messages");
    for (String type : types) messages.putObject(type).put("$ref", "#/components/messages/" + type);
    return channel;
  }

  /**
   * @param action seen from Baton: send or receive
   */
  private static void operation(
      ObjectNode operations, String name, String action, String channel, String summary) {
    ObjectNode operation = operations.putObject(name).put("action", action);
    operation.putObject("channel").put("$ref", "#/channels/" + channel);
    operation.put("summary", summary);
  }

  private void components() throws IOException {
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    ObjectNode schemas = components.putObject("schemas");
    schemas.set("Document", envelope());
    List<String> types = new ArrayList<>(FeedTypes.names());
    types.add(WebhookTest.TYPE);
    for (String type : types) {
      ObjectNode data = schema(type);
      messages.set(type, message(type, data));
      schemas.set(type, data);
    }
    messages.set(COMMAND, command());
  }

  /** One message for all: the bodies are those of the paths, which the OpenAPI document has. */
  private static ObjectNode command() {
    ObjectNode message =
        JSON.createObjectNode()
            .put("name", COMMAND)
            .put("title", "A command")
            .put("summary", "What an officer or a supervisor of the force does, or its system.")
            .put("contentType", CONTENT_TYPE);
    ObjectNode payload = message.putObject("payload").put("type", "object");
    ObjectNode properties = payload.putObject("properties");
    text(properties, "specversion", null).put("const", "1.0");
    text(properties, "id", "the idempotency key").put("maxLength", 200);
    text(properties, "source", "the force's system");
    ArrayNode types = text(properties, "type", "which of the force's commands").putArray("enum");
    for (String name : CommandNames.ALL) types.add(CommandNames.type(name));
    text(
            properties,
            "subject",
            "the referral; without it, data has system and localReference, or brings a new one")
        .put("format", "uuid");
    text(properties, "onbehalfof", "who does it; nobody for a receipt");
    properties
        .putObject("data")
        .put("type", "object")
        .put("description", "the body of the command's own path, with the number of an offer");
    var required = payload.putArray("required");
    for (String name : List.of("specversion", "id", "source", "type")) required.add(name);
    return message;
  }

  private static ObjectNode message(String type, ObjectNode data) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("name", type)
            .put("title", data.path("title").asText())
            .put("summary", data.path("description").asText())
            .put("contentType", CONTENT_TYPE);
    ObjectNode payload = message.putObject("payload");
    var parts = payload.putArray("allOf");
    parts.addObject().put("$ref", "#/components/schemas/Document");
    ObjectNode properties = parts.addObject().put("type", "object").putObject("properties");
    properties.putObject("type").put("const", type);
    properties.putObject("data").put("$ref", "#/components/schemas/" + type);
    return message;
  }

  /** CloudEvents 1.0 in structured mode, with Baton's extensions. */
  private static ObjectNode envelope() {
    ObjectNode envelope =
        JSON.createObjectNode()
            .put("type", "object")
            .put("description", "CloudEvents 1.0, structured JSON");
    ObjectNode properties = envelope.putObject("properties");
    text(properties, "specversion", null).put("const", "1.0");
    text(properties, "id", "the same whenever and however it is told").put("format", "uuid");
    text(properties, "source", "/disseminations/ and the force");
    text(properties, "type", "the message's name");
    text(properties, "subject", "the referral; the webhook, in a test of it");
    text(properties, "time", "when what it tells was recorded").put("format", "date-time");
    properties
        .putObject("feedposition")
        .put("type", "integer")
        .put("description", "counts from 1 without a hole; none in a test of a webhook");
    text(properties, "causationid", "the event on the log that it tells of").put("format", "uuid");
    text(properties, "marking", "such as OFFICIAL-SENSITIVE");
    properties
        .putObject("contentunreadable")
        .put("type", "boolean")
        .put(
            "description",
            "true where there is content that Baton cannot open: neither a package nor withheld");
    text(properties, "datacontenttype", null).put("const", "application/json");
    properties.putObject("data").put("type", "object");
    var required = envelope.putArray("required");
    for (String name : List.of("specversion", "id", "source", "type", "time", "data"))
      required.add(name);
    return envelope;
  }

  private static ObjectNode text(ObjectNode properties, String name, String description) {
    ObjectNode text = properties.putObject(name).put("type", "string");
    return description == null ? text : text.put("description", description);
  }

  /** Without what names it as a document of its own. */
  private static ObjectNode schema(String type) throws IOException {
    try (var in =
        AsyncApiDocument.class.getResourceAsStream("/baton/contract/schema/" + type + ".json")) {
      JsonNode schema = JSON.readTree(in);
      return ((ObjectNode) schema).without(List.of("$schema", "$id"));
    }
  }
}
