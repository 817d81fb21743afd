//! A column of a row group: its values, or the numbers that they have in a dictionary.

use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::{Encoding, Type as Physical};
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_column_reader};
use parquet::data_type::Int32Type;
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::schema::types::{ColumnDescPtr, ColumnDescriptor, Type};

use super::cells::{Cells, Words, decode, spread};
use super::kind::Kind;

/// A column of a row group, of which rows are still to be decoded.
pub(super) struct Reader {
    of: Of,
    /// Of each row that was decoded whether it has a value, where it need not.
    levels: Vec<i16>,
}

enum Of {
    /// Nothing of it is looked at.
    Unread,
    Values {
        of: Box<ColumnReader>,
        kind: Kind,
    },
    /// What a dictionary holds is put into words once, however many rows it stands in.
    Numbers {
        of: Box<ColumnReaderImpl<Int32Type>>,
        words: Arc<Words>,
    },
}

impl Reader {
    /// A column by what is told of it, and its pages.
    pub(super) fn open(
        told: &ColumnChunkMetaData,
        kind: &Kind,
        pages: Box<dyn PageReader>,
    ) -> Result<Self> {
        Ok(Self { of: Of::open(told, kind, pages)?, levels: Vec::new() })
    }

    /// How many bytes of words are held of it whatever rows are decoded.
    pub(super) fn held(&self) -> usize {
        match &self.of {
            Of::Numbers { words, .. } => words.bytes(),
            Of::Unread | Of::Values { .. } => 0,
        }
    }

    /// Decodes so many rows.
    pub(super) fn read(&mut self, rows: usize, cells: &mut Cells) -> Result<()> {
        let Self { of, levels } = self;
        levels.clear();
        cells.of.clear();
        match of {
            Of::Unread => return Ok(()),
            Of::Values { of, kind } => {
                cells.words = Arc::new(Words::read(of, kind, rows, levels)?);
                cells.of.extend(1..cells.words.len() as i32);
            }
            Of::Numbers { of, words } => {
                decode(of, rows, levels, &mut cells.of)?;
                if !Arc::ptr_eq(&cells.words, words) {
                    cells.words = Arc::clone(words);
                }
            }
        }
        spread(&mut cells.of, levels);
        cells.check()
    }

    /// Whether there are more rows than were read, as far as they are looked at.
    pub(super) fn has_more(&mut self) -> Result<bool> {
        match self.of {
            Of::Unread => Ok(false),
            Of::Values { .. } | Of::Numbers { .. } => self.pass(1),
        }
    }

    /// Passes so many rows, and says whether there are so many.
    pub(super) fn pass(&mut self, rows: usize) -> Result<bool> {
        use ColumnReader as C;
        let passed = match &mut self.of {
            Of::Unread => rows,
            Of::Numbers { of, .. } => of.skip_records(rows)?,
            Of::Values { of, .. } => match &mut **of {
                C::BoolColumnReader(of) => of.skip_records(rows)?,
                C::Int32ColumnReader(of) => of.skip_records(rows)?,
                C::Int64ColumnReader(of) => of.skip_records(rows)?,
                C::Int96ColumnReader(of) => of.skip_records(rows)?,
                C::FloatColumnReader(of) => of.skip_records(rows)?,
                C::DoubleColumnReader(of) => of.skip_records(rows)?,
                C::ByteArrayColumnReader(of) => of.skip_records(rows)?,
                C::FixedLenByteArrayColumnReader(of) => of.skip_records(rows)?,
            },
        };
        Ok(passed == rows)
    }
}

impl Of {
    fn open(
        told: &ColumnChunkMetaData,
        kind: &Kind,
        mut pages: Box<dyn PageReader>,
    ) -> Result<Self> {
        if matches!(kind, Kind::Unread(_)) {
            return Ok(Self::Unread);
        }
        let of = told.column_descr_ptr();
        if !is_numbered(told) {
            let of = Box::new(get_column_reader(of, pages));
            return Ok(Self::Values { of, kind: kind.clone() });
        }
        let Some(Page::DictionaryPage { buf, num_values, is_sorted, .. }) =
            pages.get_next_page()?
        else {
            return Err(ParquetError::General("no dictionary".to_owned()));
        };
        let words = of_dictionary(&of, kind, buf, num_values)?;
        // The first of the words is the blank one.
        let numbers: Vec<u8> = (1..=num_values).flat_map(u32::to_le_bytes).collect();
        let buf = Bytes::from(numbers);
        let first = Page::DictionaryPage { buf, num_values, encoding: Encoding::PLAIN, is_sorted };
        let numbers = Type::primitive_type_builder(of.name(), Physical::INT32).build()?;
        let levels = (of.max_def_level(), of.max_rep_level());
        let numbers =
            ColumnDescriptor::new(Arc::new(numbers), levels.0, levels.1, of.path().clone());
        let pages = Behind { first: Some(first), numbers: Some(pages) };
        let of = Box::new(ColumnReaderImpl::new(Arc::new(numbers), Box::new(pages)));
        Ok(Self::Numbers { of, words })
    }
}

/// Whether every value of a column is told by its number in a dictionary.
fn is_numbered(column: &ColumnChunkMetaData) -> bool {
    let is_number =
        |of: Encoding| matches!(of, Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY);
    // Where it is not said how pages of values are encoded, all that is said is of them, too.
    let are_numbers = match column.page_encoding_stats_mask() {
        Some(pages) => pages.encodings().all(is_number),
        None => column.encodings().all(|of| is_number(of) || of == Encoding::RLE),
    };
    column.dictionary_page_offset().is_some() && are_numbers
}

/// What a dictionary holds: a page of values, each of which is there.
fn of_dictionary(of: &ColumnDescPtr, kind: &Kind, buf: Bytes, rows: u32) -> Result<Arc<Words>> {
    // A value takes a byte at least: what says that there are more would be allotted as many.
    if rows as usize > buf.len() {
        return Err(ParquetError::EOF(format!("{} bytes of {rows} words", buf.len())));
    }
    let page = Page::DataPage {
        buf,
        num_values: rows,
        encoding: Encoding::PLAIN,
        def_level_encoding: Encoding::RLE,
        rep_level_encoding: Encoding::RLE,
        statistics: None,
    };
    let each = ColumnDescriptor::new(of.self_type_ptr(), 0, 0, of.path().clone());
    let pages = Behind { first: Some(page), numbers: None };
    let mut reader = get_column_reader(Arc::new(each), Box::new(pages));
    Ok(Arc::new(Words::read(&mut reader, kind, rows as usize, &mut Vec::new())?))
}

/// A page, and behind it those of numbers in a dictionary.
struct Behind {
    first: Option<Page>,
    numbers: Option<Box<dyn PageReader>>,
}

impl PageReader for Behind {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        let Some(numbers) = &mut self.numbers else { return Ok(None) };
        let page = numbers.get_next_page()?;
        match page.as_ref().map(Page::encoding) {
            None | Some(Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY) => Ok(page),
            Some(other) => Err(ParquetError::General(format!("a page of {other}"))),
        }
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        match (&self.first, &mut self.numbers) {
            (None, Some(numbers)) => numbers.peek_next_page(),
            (None, None) => Ok(None),
            (Some(_), is_of_numbers) => {
                let is_dict = is_of_numbers.is_some();
                Ok(Some(PageMetadata { num_rows: None, num_levels: None, is_dict }))
            }
        }
    }

    fn skip_next_page(&mut self) -> Result<()> {
        match (self.first.take(), &mut self.numbers) {
            (None, Some(numbers)) => numbers.skip_next_page(),
            (Some(_), _) | (None, None) => Ok(()),
        }
    }
}

impl Iterator for Behind {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}
