"""The names of meta elements that state when a page was published or changed, likeliest first."""

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article:published",
    "cxenseparse:recs:publishtime",
    "publishdate",
    "published",
    "pub_date",
    "originalpublicationdate",
    "article_date_original",
    "dc.created",
    "created",
    "publish-date",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
)
DOCUMENT = ("dc.date", "date")  # of the document: often that of the site's template
UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")
